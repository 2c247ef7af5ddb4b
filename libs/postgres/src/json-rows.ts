/** SQL of an instant within rows that are read as JSON: milliseconds, as the driver would give it. */
export function instantInJson(column: string): string {
  return `extract(epoch from ${column}) * 1000 as ${column}`;
}

/** Bytes as they stand in rows that are read as JSON: `\\x` and hexadecimal. */
export function bytesInJson(written: string): Buffer {
  return Buffer.from(written.slice('\\x'.length), 'hex');
}
