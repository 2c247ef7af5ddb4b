import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readJourney, readJourneyFolder } from '#journey';
import { dispatchId, type Outcome } from '#runtime';
import { personsNamedIn } from '#schema';
import { type Json } from '#statechart';
import { type PostgresStores } from '#postgres';
import { type Happening, playJourney } from '#workshop';
import { catalogue, runtimeAt } from './history-runtime.js';
import { definitionCompiler } from '#publishing';

/** Examples of the contracts are told with numbers, as on the wire; within a journey there are none. */
const CPR_NUMBER = /^\d{10}$/;
const JOURNEYS = new URL('../../journeys/', import.meta.url);

/** How far a journey is walked along a scenario, and what becomes of it then. */
export interface Walk {
  /** Tells apart the persons of one walk from those of another. */
  readonly name: string;
  readonly definition: string;
  /** File below the definition's `scenarios/`, without its ending. */
  readonly scenario: string;
  /** Part of what happens in the scenario, up to 1. */
  readonly part: number;
  /** `held`: the machine fails on what happens next. `cancelled`: where an answer is outstanding, and the answer comes. */
  readonly then?: 'held' | 'cancelled';
}

type Moving = Extract<
  Happening,
  { kind: 'submitted' | 'reported' | 'answered' | 'refused' | 'skipped' | 'cancelled' }
>;

/** What happens in a scenario, with persons by their ids. */
export async function happeningsOf({ name, definition, scenario }: Walk): Promise<readonly Happening[]> {
  const files = await readJourneyFolder(fileURLToPath(new URL(definition, JOURNEYS)));
  const file = `scenarios/${scenario}.yaml`;
  const others = (path: string): boolean => path.startsWith('scenarios/') && path !== file;
  const only = Object.fromEntries(Object.entries(files).filter(([path]) => !others(path)));
  const [played] = playJourney(readJourney(only), catalogue).results;
  if (!played || played.failures.length > 0) throw new Error(`${definition}/${file} cannot be played.`);
  return withIds(played.happenings, namesIn(played.happenings), name);
}

/** Does a journey what happened in a scenario. */
export class Walker {
  readonly #stores: PostgresStores;
  #at: ReturnType<typeof runtimeAt>;
  #reports = 0;
  journey = '';

  constructor(stores: PostgresStores, start: number) {
    this.#stores = stores;
    this.#at = runtimeAt(stores, start);
  }

  async start(definition: string, person: string): Promise<void> {
    this.journey = (await this.#at.runtime.start({ definition, person })).record.id;
  }

  async follow(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) {
      this.#at.moveTo(happening.at);
      if (isTimer(happening)) await this.#at.runtime.wake(this.journey);
      if (isMoving(happening)) await this.#move(happening);
    }
  }

  /** The machine fails on what happens next; what comes after it is kept. */
  async fail(happenings: readonly Happening[]): Promise<void> {
    const compile = definitionCompiler(catalogue);
    this.#at = runtimeAt(this.#stores, this.#at.clock.now(), stored => {
      const failing = (): never => {
        throw new Error('the machine fails, as the history of a held journey needs it to');
      };
      return Object.create(compile(stored), { step: { value: failing } }) as ReturnType<typeof compile>;
    });
    const record = async () => (await this.#stores.journeys.load(this.journey))!;
    for (const happening of happenings.filter(isMoving)) {
      this.#at.moveTo(happening.at);
      if ((await record()).status !== 'held') await this.#move(happening);
      else if (happening.kind === 'answered' && (await this.#isOpen(happening.seq))) {
        return this.#move(happening);
      }
    }
  }

  async isCancellable(person: string): Promise<boolean> {
    return (await this.#at.reader.view(this.journey, person)).uncancellable === undefined;
  }

  /**
   * Cancels, and hears afterwards what an authority had been asked before. One thing is undone then, the rest is still to be.
   *
   * @param late is done too late
   */
  async cancel(person: string, late: Happening): Promise<void> {
    const { clock, runtime } = this.#at;
    const dispatch = late.kind === 'answered' ? await this.#asked(late.seq, late.service) : undefined;
    await runtime.cancel({ journey: this.journey, person });
    clock.advance(60_000);
    if (late.kind === 'answered' && dispatch !== undefined) {
      await runtime.settle({ dispatch, outcome: { kind: 'answered', answer: late.answer } });
    }
    const asked = await this.#stores.dispatches.ofJourney(this.journey);
    const undoing = asked.find(({ status }) => status === 'pending');
    if (!undoing) return;
    const { answer } = catalogue.service(undoing.service)!.example;
    await runtime.settle({ dispatch: undoing.id, outcome: { kind: 'answered', answer } });
  }

  async #isOpen(seq: number): Promise<boolean> {
    return (await this.#stores.dispatches.find(dispatchId(this.journey, seq)))?.status === 'pending';
  }

  /**
   * Timers that are due at one instant fire one after the other here, while in a scenario an answer may come in between: numbers
   * of dispatches may differ, and a dispatch may be asked later or not at all.
   */
  async #asked(seq: number, service: string): Promise<string | undefined> {
    const asked = await this.#stores.dispatches.ofJourney(this.journey);
    const open = asked.filter(one => one.service === service && one.status === 'pending');
    return (open.find(one => one.seq === seq) ?? open[0])?.id;
  }

  async #move(happening: Moving): Promise<void> {
    const { runtime } = this.#at;
    const { journey } = this;
    switch (happening.kind) {
      case 'submitted': {
        const { person, task, event, data } = happening;
        const open = (await this.#at.reader.view(journey, person)).tasks.find(one => one.task === task);
        const carries = open?.events.some(offered => offered.event === event && offered.data) ?? false;
        await runtime.submit({ journey, person, task, event, ...(carries && { data }) });
        return;
      }
      case 'reported': {
        const { event: type, data } = happening;
        const report = { authority: type.split('.')[0]!, type, id: `report ${(this.#reports += 1)}`, data };
        await runtime.report({ ...report, persons: [await this.#applicant()] });
        return;
      }
      case 'cancelled':
        await runtime.cancel({ journey, person: happening.person });
        return;
      case 'answered':
      case 'refused':
      case 'skipped': {
        const dispatch = await this.#asked(happening.seq, happening.service);
        const by = happening.kind === 'skipped' ? { by: 'ops:history' } : {};
        if (dispatch !== undefined) await runtime.settle({ dispatch, outcome: outcomeOf(happening), ...by });
      }
    }
  }

  async #applicant(): Promise<string> {
    const record = await this.#stores.journeys.load(this.journey);
    const applicant = record!.state.chart.context.roles['applicant'] as { readonly person: string };
    return applicant.person;
  }
}

function isMoving(happening: Happening): happening is Moving {
  return ['submitted', 'reported', 'answered', 'refused', 'skipped', 'cancelled'].includes(happening.kind);
}

function isTimer(happening: Happening): boolean {
  return happening.kind === 'elapsed' || (happening.kind === 'message' && happening.text === 'reminder');
}

function outcomeOf(happening: Extract<Happening, { kind: 'answered' | 'refused' | 'skipped' }>): Outcome {
  switch (happening.kind) {
    case 'answered':
      return { kind: 'answered', answer: happening.answer };
    case 'refused': {
      const { service, code } = happening;
      const title = catalogue.service(service)?.refusals[code]?.da ?? code;
      return { kind: 'refused', refusal: { code, title } };
    }
    case 'skipped':
      return { kind: 'skipped' };
  }
}

/** What scenarios call persons by. */
function namesIn(happenings: readonly Happening[]): ReadonlySet<string> {
  const names = happenings.flatMap(happening => {
    switch (happening.kind) {
      case 'submitted':
      case 'cancelled':
        return [happening.person];
      case 'invited':
        return happening.persons;
      case 'dispatched':
        return personsNamedIn(happening.input, catalogue.service(happening.service)!.input);
      default:
        return [];
    }
  });
  return new Set(names);
}

function withIds(
  happenings: readonly Happening[],
  names: ReadonlySet<string>,
  walk: string,
): readonly Happening[] {
  const swapped = JSON.stringify(happenings, (_, value: Json) =>
    typeof value === 'string' && (names.has(value) || CPR_NUMBER.test(value))
      ? personId(`${walk} ${value}`)
      : value,
  );
  return JSON.parse(swapped) as readonly Happening[];
}

/** The same id for the same name, shaped as a uuid. */
export function personId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
