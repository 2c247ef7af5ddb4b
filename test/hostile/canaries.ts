import { type JsonSchema } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { type Answer, type Shot } from './shot.js';

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
/** Person ids and CPR numbers. */
const NAMES = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<!\d)\d{6}-?\d{4}(?!\d)/g;

/** Whoever gives somebody a mandate, or helps them, names them by number and is told their person id. */
const TELLS_ID = /^\/v1\/(mandates|assistances)\/?(\?|$)/i;

/**
 * Places that a journey shows to others who take part in it, by design: `definition form.field`. Everything else is its
 * owner's alone.
 */
const SHOWN: ReadonlySet<string> = new Set([
  // Whoever is asked to move along, or is heard about a child's move, is told where to.
  'moving move.address',
]);

/** *Canaries*: words that stand nowhere else, planted with what each citizen tells, and looked for in every answer to anybody else. */
export class Canaries {
  readonly #planted: Planted[] = [];
  readonly #named = new Map<string, Set<string>>();
  readonly #persons: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #officials: readonly string[];
  readonly #ids: ReadonlyMap<string, string>;

  /**
   * @param officials person ids of ops and designers, who know of each other what they did
   * @param numbers person ids by CPR number, of those whom no register names
   * @param ids person ids by CPR number, of everybody
   */
  constructor(
    persons: readonly string[],
    officials: readonly string[],
    numbers: ReadonlyMap<string, string>,
    ids: ReadonlyMap<string, string> = numbers,
  ) {
    this.#ids = ids;
    this.#officials = officials;
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

  /** Who names somebody knows them. To be told before the request is sent: others may read of it before it is answered. */
  note(shot: Shot): void {
    const known = this.#knownTo(shot.sender.id);
    for (const [name] of wordsOf(shot).matchAll(NAMES)) {
      known.add(name);
      const id = this.#ids.get(name.replace('-', ''));
      if (id !== undefined && TELLS_ID.test(shot.path)) known.add(id);
    }
  }

  /** What stands in an answer of others, and was not in the request itself. */
  foundIn(shot: Shot, { text, headers: answered }: Answer): readonly string[] {
    const { sender } = shot;
    const said = `${JSON.stringify(answered)}\n${text}`;
    const asked = wordsOf(shot);
    const found: string[] = [];
    for (const [word] of said.matchAll(CANARY)) {
      const planted = this.#planted[Number(word.split('-')[1])];
      if (!planted || planted.owner === sender.id || asked.includes(word)) continue;
      if (sender.standing !== 'citizen' || !SHOWN.has(planted.place))
        found.push(`${planted.place} of ${planted.owner}`);
    }
    const known = this.#knownTo(sender.id);
    for (const [name] of said.matchAll(NAMES)) {
      const owner = this.#persons.has(name) ? name : this.#numbers.get(name.replace('-', ''));
      if (owner === undefined || owner === sender.id || known.has(name)) continue;
      if (!this.#areColleagues(sender.id, owner))
        found.push(`${owner === name ? 'person id' : 'CPR number of'} ${owner}`);
    }
    return [...new Set(found)];
  }

  /** Names that somebody has named: they may be told of them again, officials also by what their log says of each other. */
  #knownTo(sender: string): Set<string> {
    const who = this.#officials.includes(sender) ? 'officials' : sender;
    const known = this.#named.get(who) ?? new Set<string>();
    this.#named.set(who, known);
    return known;
  }

  #areColleagues(one: string, other: string): boolean {
    return this.#officials.includes(one) && this.#officials.includes(other);
  }
}

function wordsOf({ path, headers, body }: Shot): string {
  return `${path}\n${JSON.stringify(headers)}\n${body?.toString() ?? ''}`;
}

function isFree(rules: StringRules | undefined, value: Json | undefined): boolean {
  if (rules?.type !== 'string' || typeof value !== 'string') return false;
  const bound = rules.format ?? rules.pattern ?? rules.enum ?? rules.const;
  return bound === undefined && (rules.maxLength ?? LENGTH) >= LENGTH;
}
