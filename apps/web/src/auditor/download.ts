import { StreamableFile } from '@nestjs/common';

/** A file to be kept, of what the API has sent. */
export function download(content: ArrayBuffer, type: string, name: string): StreamableFile {
  const body = Buffer.from(content);
  return new StreamableFile(body, {
    type,
    length: body.length,
    disposition: `attachment; filename="${name}"`,
  });
}
