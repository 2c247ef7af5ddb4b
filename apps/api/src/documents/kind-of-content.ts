import { fileTypeFromBuffer } from 'file-type';
import { DOCUMENT_KINDS, type DocumentKind } from '#journey';

/** Bytes at the beginning that say what a file is. */
const TELLING = 4_100;

/** Content, and the kind of document that its first bytes say it is; undefined when it is none. */
export interface SniffedContent {
  readonly kind: DocumentKind | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Content sniffing: what a file is called, and what its sender says it is, count for nothing. */
export async function kindOfContent(content: AsyncGenerator<Buffer>): Promise<SniffedContent> {
  const head: Buffer[] = [];
  for (let length = 0; length < TELLING;) {
    const { done, value } = await content.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  const start = Buffer.concat(head);
  const found = await fileTypeFromBuffer(start.subarray(0, TELLING));
  const kinds = Object.keys(DOCUMENT_KINDS) as DocumentKind[];
  return {
    kind: kinds.find(kind => DOCUMENT_KINDS[kind] === found?.mime),
    content: joined(start, content),
  };
}

async function* joined(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
