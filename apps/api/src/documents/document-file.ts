import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { create } from 'content-disposition';
import { type OpenedDocument } from '#runtime';
import { Reply } from '../http/representation/reply.js';

/** A document to be kept and never shown within a page: whoever made it may mean harm. */
export function documentFile({ head: { name, type, size }, content }: OpenedDocument): Reply<StreamableFile> {
  const disposition = create(name, { type: 'attachment' });
  return new Reply(new StreamableFile(Readable.from(content), { type, length: size, disposition }), {
    headers: { 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'no-store' },
  });
}
