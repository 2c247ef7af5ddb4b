/** How many characters the matches of a pattern have, from the fewest to the most. */
export interface Lengths {
  readonly least: number;
  readonly most: number;
}

/**
 * Length analysis of a regular expression of ECMAScript, by recursive descent: the sums and choices of its parts. A
 * pattern that is not anchored at both ends has no most. Undefined for what it does not know: look-around, references.
 */
export function patternLengths(pattern: string): Lengths | undefined {
  const reader: Reader = { text: pattern, at: 0 };
  try {
    sequence(reader);
    const isOne = reader.at === pattern.length;
    reader.at = 0;
    const inside = choice(reader);
    if (reader.at < pattern.length) return undefined;
    const isAnchored = isOne && pattern.startsWith('^') && /(?:^|[^\\])\$$/.test(pattern);
    return isAnchored ? inside : { least: inside.least, most: Infinity };
  } catch (error) {
    if (error instanceof UnknownPart) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

class UnknownPart extends Error {}

function choice(reader: Reader): Lengths {
  let all = sequence(reader);
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    const other = sequence(reader);
    all = { least: Math.min(all.least, other.least), most: Math.max(all.most, other.most) };
  }
  return all;
}

function sequence(reader: Reader): Lengths {
  let sum = { least: 0, most: 0 };
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] as string)) {
    const part = atom(reader);
    const times = repetition(reader);
    sum = {
      least: sum.least + part.least * times.least,
      most: sum.most + (part.most === 0 ? 0 : part.most * times.most),
    };
  }
  return sum;
}

const ONE: Lengths = { least: 1, most: 1 };
const NONE: Lengths = { least: 0, most: 0 };

function atom(reader: Reader): Lengths {
  const rest = reader.text.slice(reader.at);
  const taken = (characters: number, lengths: Lengths): Lengths => {
    reader.at += characters;
    return lengths;
  };
  if (/^[$^]|^\\[bB]/.test(rest)) return taken(rest.startsWith('\\') ? 2 : 1, NONE);
  const group = /^\((?:\?:|\?<[A-Za-z]\w*>)?(?!\?)/.exec(rest);
  if (group) {
    reader.at += group[0].length;
    const inside = choice(reader);
    if (reader.text[reader.at] !== ')') throw new UnknownPart();
    return taken(1, inside);
  }
  const single =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[^1-9k]|[^()\\*+?])/su.exec(
      rest,
    );
  if (!single) throw new UnknownPart();
  return taken(single[0].length, ONE);
}

function repetition(reader: Reader): Lengths {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.text.slice(reader.at));
  if (!found) return ONE;
  reader.at += found[0].length;
  const [, sign, least, comma, most] = found;
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
  return { least: Number(least), most: comma === '' ? Number(least) : most === '' ? Infinity : Number(most) };
}
