/** Re-chunking of a stream: pieces of one length, the last as long as what is left. */
export async function* piecesOf(
  content: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Buffer, void, undefined> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(Buffer.from(chunk));
    size += chunk.length;
    if (size < length) continue;
    const whole = Buffer.concat(held);
    let at = 0;
    for (; whole.length - at >= length; at += length) yield whole.subarray(at, at + length);
    held = [whole.subarray(at)];
    size = whole.length - at;
  }
  if (size > 0) yield Buffer.concat(held);
}
