import { type LineReader } from './line-reader.js';

/** Where a play is read from and told. */
export interface Terminal {
  readonly reader: LineReader;
  readonly output: NodeJS.WritableStream;
}
