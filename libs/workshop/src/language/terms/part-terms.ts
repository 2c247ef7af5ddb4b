import { isRecord, type Source } from '#journey';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';

const PART_FILE = /^(?:\.\.\/)?parts\/([^/]+)\.yaml$/;

/** The parts that a journey may use: its own, and those that all share. */
export function partTerms(spot: Spot): Term[] {
  return [...partsOf(spot)].map(([name, source]) => {
    const { description, takes } = members(source);
    return {
      name,
      kind: 'part',
      detail: typeof description === 'string' ? description : source.file,
      about: () =>
        [
          `**${name}**`,
          ...(typeof description === 'string' ? [description] : []),
          ...Object.entries(isRecord(takes) ? takes : {}).map(
            ([taken, word]) => `- ${taken}: ${String(word)}`,
          ),
        ].join('\n\n'),
      declared: () => ({ file: source.file, line: 1, column: 1 }),
    };
  });
}

/** What the part beside takes; undefined where `with` belongs to no part. */
export function partArgumentTerms(spot: Spot): Term[] | undefined {
  // Beside `with`, and not further out: a message in a state of a part has a `with` of its own.
  const name = spot.valueAt([...spot.place.path.slice(0, -1), 'part']);
  const source = typeof name === 'string' ? partsOf(spot).get(name) : undefined;
  if (!source) return typeof name === 'string' ? [] : undefined;
  const { takes } = members(source);
  return Object.entries(isRecord(takes) ? takes : {}).map(([taken, word]) => ({
    name: taken,
    kind: 'field',
    detail: wordOn(word),
    declared: () => keyPlace(source, ['takes', taken]),
  }));
}

/** By name; one of the journey's own comes before one that is shared. */
function partsOf({ journey }: Spot): Map<string, Source> {
  const parts = new Map<string, Source>();
  for (const file of [...journey.files].sort()) {
    const name = PART_FILE.exec(file)?.[1];
    const source = journey.source(file);
    if (name !== undefined && source) parts.set(name, source);
  }
  return parts;
}

function members({ value }: Source): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** What is said of something that a part takes, and whether it may be left out. */
function wordOn(taken: unknown): string {
  if (!isRecord(taken)) return String(taken);
  return `${String(taken['description'])} (when left out: ${JSON.stringify(taken['default'])})`;
}
