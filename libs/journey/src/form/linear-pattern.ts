import { RE2JS } from 're2js';

/** What a text is held against. */
export interface TextPattern {
  test(text: string): boolean;
  /** The pattern as written; Ajv tells patterns apart by it. */
  toString(): string;
}

/** A pattern that cannot be matched in time linear in the text. The message completes "The pattern …". */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Of the automaton: every character of the text takes up to as many. A repetition counts as often as it may be. */
const MOST_STEPS = 2_000;

/**
 * A regular expression of ECMAScript (with `u`, as JSON Schema asks) that runs as an automaton, after RE2: in time linear
 * in the text, where backtracking may take ages. `\s` means the white space of ASCII.
 *
 * @throws PatternError for what is no pattern, and for look-around and back-references, which no automaton knows
 */
export function linearPattern(pattern: string): TextPattern {
  if (pattern.length > MOST_STEPS) throw tooLong();
  try {
    // It is not run: RE2 also takes what ECMAScript does not know.
    void new RegExp(pattern, 'u');
  } catch {
    throw new PatternError('is no regular expression of ECMAScript');
  }
  // RE2's translation would take the name of a group that is referred to for plain text.
  if (/(?:^|[^\\])(?:\\\\)*\\k</.test(pattern)) throw beyondAutomata();
  const compiled = compile(pattern);
  if (compiled.programSize() > MOST_STEPS) throw tooLong();
  return { test: text => compiled.test(text), toString: () => pattern };
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch (cause) {
    throw beyondAutomata(cause);
  }
}

function beyondAutomata(cause?: unknown): PatternError {
  return new PatternError(
    'looks ahead or behind, refers back, repeats more than 1,000 times or names a script, which cannot be matched in linear time',
    { cause },
  );
}

function tooLong(): PatternError {
  return new PatternError(`has more than ${MOST_STEPS} steps, repetitions counted`);
}
