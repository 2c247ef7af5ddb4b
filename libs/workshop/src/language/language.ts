import { isExpression } from '#journey';
import { type OpenJourney } from './open-journey.js';
import { type CursorInFile, Spot } from './spot.js';
import { type Term, type TermPlace } from './term.js';
import { termsAt } from './terms-at.js';

/** The part of a text from one offset up to another. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Completions {
  /** What the chosen name takes the place of. */
  readonly replaces: TextRange;
  readonly terms: readonly Term[];
}

/** Completion: the names that may be written at a cursor; keys that are there already are left out. */
export function completionsAt(journey: OpenJourney, cursor: CursorInFile): Completions {
  const spot = Spot.at(journey, cursor);
  const replaces = wordAt(cursor, spot);
  if (!spot) return { replaces, terms: [] };
  const word = cursor.text.slice(replaces.start, replaces.end);
  const given = spot.place.of === 'key' ? spot.keysBeside : [];
  return { replaces, terms: termsAt(spot).filter(({ name }) => name === word || !given.includes(name)) };
}

/** Hover: what the name under a cursor means, as Markdown. */
export function meaningAt(
  journey: OpenJourney,
  cursor: CursorInFile,
): { range: TextRange; about: string } | undefined {
  const { range, terms } = namedAt(journey, cursor);
  const about = terms.flatMap(term => term.about?.() ?? `**${term.name}**: ${term.detail}`);
  return about[0] === undefined ? undefined : { range, about: about.join('\n\n') };
}

/** Go to definition: where the name under a cursor is declared. */
export function declarationOf(journey: OpenJourney, cursor: CursorInFile): TermPlace | undefined {
  return namedAt(journey, cursor).terms.flatMap(term => term.declared?.() ?? [])[0];
}

function namedAt(journey: OpenJourney, cursor: CursorInFile): { range: TextRange; terms: readonly Term[] } {
  const inside = Spot.at(journey, cursor);
  const range = wordAt(cursor, inside);
  // With the whole word before it, the cursor sees all that leads to the word.
  const spot = Spot.at(journey, { ...cursor, offset: range.end });
  const word = cursor.text.slice(range.start, range.end);
  return { range, terms: spot ? termsAt(spot).filter(({ name }) => name === word) : [] };
}

/** In an expression a dot parts names; elsewhere it is part of one, as in `cpr.registerMove`. */
function wordAt({ text, offset }: CursorInFile, spot: Spot | undefined): TextRange {
  const letters = spot && isExpression(spot.place.typed) ? String.raw`\w` : String.raw`[\w.#-]`;
  const before = new RegExp(`${letters}*$`).exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = new RegExp(`^${letters}*`).exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}
