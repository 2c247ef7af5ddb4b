const MOST_CHARACTERS = 2_000_000;
/** Of `[` and `{` within each other. */
const MOST_BRACKETS = 64;
/** Of what stands before the first word of a line: spaces, and the marks of lists within lists. */
const MOST_INDENTED = 200;

/** Why a text cannot be parsed, and from which character on. */
export interface Unreadable {
  readonly why: string;
  readonly at: number;
}

/**
 * Input guard of the YAML parser, which recurses: text nested deeply enough exhausts the
 * stack of the process, and designers send theirs over HTTP. Undefined when it may.
 */
export function unreadableBecause(text: string): Unreadable | undefined {
  if (text.length > MOST_CHARACTERS)
    return { why: `is longer than ${MOST_CHARACTERS} characters`, at: MOST_CHARACTERS };
  const at = nestedTooDeeply(text);
  return at === undefined ? undefined : { why: 'is nested too deeply', at };
}

/** Where it begins to be so, in characters. */
function nestedTooDeeply(text: string): number | undefined {
  let brackets = 0;
  let lineStart = 0;
  let leading = true;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '\n') {
      lineStart = index + 1;
      leading = true;
      continue;
    }
    if (leading && !' \t-?'.includes(character as string)) {
      if (index - lineStart > MOST_INDENTED) return index;
      leading = false;
    }
    // Brackets in quotes count too; in any text that people write they come in pairs.
    if (character === '[' || character === '{') brackets += 1;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > MOST_BRACKETS) return index;
  }
  return leading && text.length - lineStart > MOST_INDENTED ? text.length : undefined;
}
