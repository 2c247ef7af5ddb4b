import { InvariantError } from '#runtime';

/** Bytes, unpacked: no contract has an answer that comes near it. */
const LONGEST = 1024 * 1024;

/**
 * The body of an authority's response as text. It is read up to a bound, for a whole process must not run out of memory over one
 * answer. What a 5xx says is not read at all.
 *
 * @throws InvariantError `answer-breaks-contract` past a mebibyte
 */
export async function readBounded(service: string, { body, status }: Response): Promise<string> {
  if (body === null) return '';
  if (status >= 500) {
    await body.cancel();
    return '';
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the response, too.
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > LONGEST) {
      throw new InvariantError(
        'answer-breaks-contract',
        `${service} answered ${status} with more than ${LONGEST} bytes, and was not read to the end`,
      );
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
