/** Base 32 without letters that look like digits (Crockford). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Random in every journey id, of version 7 and 8: 60 bits. */
const RANDOM = 15;
const BITS = 5n;
const CHARACTERS = 12;
const GROUP = /.{4}/g;

/**
 * Case number that people can read aloud, `FLY-7K3M-2Q9X-D4TN`: what kind of case it is, and the random end of its id, so that the
 * one is found by the other without being kept.
 *
 * @param title of the definition, in Danish whoever reads it: a case has one number
 */
export function caseReference(journey: string, title: string): string {
  const kind = title
    .toUpperCase()
    .replace(/[^A-ZÆØÅ]/g, '')
    .slice(0, 3);
  let rest = BigInt(`0x${journey.replaceAll('-', '').slice(-RANDOM)}`);
  let written = '';
  for (let index = 0; index < CHARACTERS; index += 1) {
    written = `${DIGITS[Number(rest & 31n)]}${written}`;
    rest >>= BITS;
  }
  return [kind, ...(written.match(GROUP) ?? [])].join('-');
}
