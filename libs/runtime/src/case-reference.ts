/** Base 32 without letters that look like digits (Crockford). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Random in every journey id, of version 7 and 8: 60 bits. */
const RANDOM = 15;
const BITS = 5n;
const CHARACTERS = 12;
const GROUP = /.{4}/g;
/** Letters of a word of the title, which may be left out. */
const KIND = /^([A-ZÆØÅ]{3})?$/;
/** The beginning of a word that is long enough. */
const WORD = /(?<![A-ZÆØÅ])[A-ZÆØÅ]{3}/;

const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((digit, value): [string, number] => [digit, value]),
  // As people write and hear them.
  ['O', 0],
  ['I', 1],
  ['L', 1],
]);

/**
 * Case number that people can read aloud, `FLY-7K3M-2Q9X-D4TN`: what kind of case it is, and the random end of its id, so that the
 * one is found by the other without being kept. The kind is three letters of one word: of two, they can make a third (`Få nyt job`:
 * `FÅN`).
 *
 * @param title of the definition, in Danish whoever reads it: a case has one number
 */
export function caseReference(journey: string, title: string): string {
  const kind = WORD.exec(title.toUpperCase())?.[0];
  let rest = BigInt(`0x${journey.replaceAll('-', '').slice(-RANDOM)}`);
  let written = '';
  for (let index = 0; index < CHARACTERS; index += 1) {
    written = `${DIGITS[Number(rest & 31n)]}${written}`;
    rest >>= BITS;
  }
  return [kind, ...(written.match(GROUP) ?? [])].filter(Boolean).join('-');
}

/**
 * The end of the id of a journey, by its case reference: `fff-ffffffffffff`. Spaces, hyphens, small letters and the letters of the
 * kind are as whoever reads it aloud has them.
 *
 * @returns undefined for what is no case reference
 */
export function idEndOf(reference: string): string | undefined {
  const written = reference.toUpperCase().replace(/[\s-]/g, '');
  const values = Array.from(written.slice(-CHARACTERS), digit => VALUES.get(digit));
  if (!KIND.test(written.slice(0, -CHARACTERS)) || values.length < CHARACTERS) return undefined;
  let rest = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    rest = (rest << BITS) | BigInt(value);
  }
  const hex = rest.toString(16).padStart(RANDOM, '0');
  return `${hex.slice(0, 3)}-${hex.slice(3)}`;
}
