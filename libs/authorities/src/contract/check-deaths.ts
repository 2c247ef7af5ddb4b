import { type SourcePath } from '#journey';
import { everySchema, isObject, type JsonObject } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type Body } from './operation.js';

/** Marks by which a report ends what was told of a person, and lets it go on. */
const MARKS = { 'x-deceased': 'has died', 'x-alive': 'is alive' } as const;

/** An answer, or what is reported. */
interface Deadly {
  /** Of the operation or the event. */
  readonly name: string;
  readonly of: 'answer' | 'data';
  readonly body: Body;
}

/** Lints who has died, and whose death was a mistake: what is marked must be a person of a report whose journeys hear of it. */
export function checkDeaths({ name, of, body }: Deadly, source: ContractSource): void {
  for (const { schema, path } of everySchema(body.schema)) {
    if (!isObject(schema)) continue;
    const at = [...body.schemaAt, ...path];
    const marks = (['x-deceased', 'x-alive'] as const).filter(mark => schema[mark] !== undefined);
    for (const mark of marks) checkMark(mark, schema, path.length, [...at, mark]);
    if (marks.length < 2) continue;
    source.fault({
      path: [...at, 'x-alive'],
      key: true,
      code: 'death-and-life',
      message: `${name} says of the same person that they have died and that they are alive.`,
      remedy: 'Take x-deceased or x-alive out.',
    });
  }

  function checkMark(mark: keyof typeof MARKS, field: JsonObject, depth: number, path: SourcePath): void {
    const fault = (code: string, message: string, remedy: string): void =>
      source.fault({ path, key: true, code, message, remedy });
    if (of === 'answer') {
      return fault(
        'death-in-answer',
        `The answer of ${name} says who ${MARKS[mark]}, which is heard from reports alone.`,
        `Take ${mark} out, and have the authority report it.`,
      );
    }
    if (depth !== 2 || field['format'] !== 'cpr') {
      return fault(
        'death-of-nobody',
        `Who ${MARKS[mark]} is not said by ${name}, for the mark is not at a field of its data that holds one person.`,
        `Write ${mark} at a field of x-data with format: cpr.`,
      );
    }
    if (field['x-correlates'] === true) return;
    fault(
      'death-unheard',
      `The journeys of the person who ${MARKS[mark]} do not hear of ${name}.`,
      'Write x-correlates: true beside it.',
    );
  }
}
