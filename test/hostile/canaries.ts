import type { JsonSchema } from '#journey';
import type { Json, JsonObject } from '#statechart';
import type { Answer, Shot } from './shot.js';

/** Where something only its owner should see was planted. */
interface Planted {
  readonly owner: string;
  /** `moving move.address` */
  readonly place: string;
}

interface StringRules {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly maxLength?: number;
}

const CANARY = /kanari-\d+-fugl/g;
/** Characters that a word takes with what stands around it. */
const LENGTH = 40;
const PERSON_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const CPR_NUMBER = /(?<!\d)\d{6}-?\d{4}(?!\d)/g;

/**
 * Places that a journey shows to others who take part in it, by design: `definition form.field`. Everything else is its
 * owner's alone.
 */
const SHOWN: ReadonlySet<string> = new Set([]);

/** *Canaries*: words that stand nowhere else, planted with what each citizen tells, and looked for in every answer to anybody else. */
export class Canaries {
  readonly #planted: Planted[] = [];
  readonly #persons: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<string, string>;

  /**
   * @param officials person ids of ops and designers, who know of each other what they did
   * @param numbers person ids by CPR number, of those whom no register names
   */
  constructor(
    persons: readonly string[],
    private readonly officials: readonly string[],
    numbers: ReadonlyMap<string, string>,
  ) {
    this.#persons = new Set([...persons, ...officials]);
    this.#numbers = numbers;
  }

  /** One word, of one person. */
  plant(owner: string, place: string): string {
    this.#planted.push({ owner, place });
    return `kanari-${this.#planted.length - 1}-fugl`;
  }

  /** The same data with a word in each text that may be anything. */
  plantIn(data: JsonObject, schema: JsonSchema, owner: string, place: string): JsonObject {
    const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, StringRules>> };
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) =>
        isFree(properties[name], value)
          ? [name, `${this.plant(owner, `${place}.${name}`)} 8000 Aarhus`]
          : [name, value],
      ),
    );
  }

  /** What stands in an answer of others, and was not in the request itself. */
  foundIn({ sender, path, headers, body }: Shot, { text, headers: answered }: Answer): readonly string[] {
    const said = `${JSON.stringify(answered)}\n${text}`;
    const asked = `${path}\n${JSON.stringify(headers)}\n${body?.toString() ?? ''}`;
    const found: string[] = [];
    for (const [word] of said.matchAll(CANARY)) {
      const planted = this.#planted[Number(word.split('-')[1])];
      if (!planted || planted.owner === sender.id || asked.includes(word)) continue;
      if (sender.standing !== 'citizen' || !SHOWN.has(planted.place))
        found.push(`${planted.place} of ${planted.owner}`);
    }
    for (const [id] of said.matchAll(PERSON_ID)) {
      const colleague = this.officials.includes(sender.id) && this.officials.includes(id);
      if (this.#persons.has(id) && id !== sender.id && !colleague && !asked.includes(id))
        found.push(`person id ${id}`);
    }
    for (const [number] of said.matchAll(CPR_NUMBER)) {
      const owner = this.#numbers.get(number.replace('-', ''));
      if (owner !== undefined && owner !== sender.id && !asked.includes(number))
        found.push(`CPR number of ${owner}`);
    }
    return [...new Set(found)];
  }
}

function isFree(rules: StringRules | undefined, value: Json | undefined): boolean {
  if (rules?.type !== 'string' || typeof value !== 'string') return false;
  const bound = rules.format ?? rules.pattern ?? rules.enum ?? rules.const;
  return bound === undefined && (rules.maxLength ?? LENGTH) >= LENGTH;
}
