import { randomBytes } from 'node:crypto';
import { MOVE, type SampleWorld, sampleWorld, unsound } from '../../libs/runtime/test/sample-runtime.js';
import { MasterKeys, PostgresStores, migrate, openDatabase } from '#postgres';
import {
  isDelivery,
  type JournalEntry,
  type JourneyRuntime,
  type Outcome,
  type RuntimeParts,
} from '#runtime';
import { freshDatabase } from './index.js';
import { ReplayError, replayJournal } from './replay.js';

const DAY = 24 * 3_600_000;
const ANNA = '0b0e2a53-8b7a-4b37-9d3d-6f9d1f6f7a01';
const BO = '0b0e2a53-8b7a-4b37-9d3d-6f9d1f6f7a02';
const OFFERED = 'underWay.housingBenefit.offered';
const registration = { reference: 'FL-1', registeredOn: '2025-03-10' };
const refusal = (code: string) => ({ kind: 'refused', refusal: { code, title: code } }) as const;
const answered = (answer: object) => ({ kind: 'answered', answer: answer as never }) as const;

type Stores = Pick<RuntimeParts, 'journeys' | 'dispatches' | 'drafts' | 'messages'>;
type Walk = (hands: Hands) => Promise<void>;

/** What a walk does a journey with. */
class Hands {
  journey = '';
  readonly #runtime: JourneyRuntime;

  constructor(
    readonly world: SampleWorld,
    readonly stores: Stores = world.stores,
  ) {
    this.#runtime = world.runtime(stores);
  }

  async start(): Promise<void> {
    this.journey = (await this.#runtime.start({ definition: 'moving', person: ANNA })).record.id;
  }

  async submit(task: string, event: string, data?: object, person = ANNA): Promise<void> {
    this.world.clock.advance(1_001);
    const { journey } = this;
    await this.#runtime.submit({ journey, person, task, event, ...(data && { data: data as never }) });
  }

  async declare(): Promise<void> {
    await this.start();
    await this.submit('declareMove', 'submit', MOVE);
  }

  async settle(service: string, outcome: Outcome, status = 'pending'): Promise<void> {
    await this.#runtime.settle({ dispatch: await this.#asked(service, status), outcome });
  }

  async skip(service: string): Promise<void> {
    const dispatch = await this.#asked(service, 'pending');
    await this.#runtime.settle({ dispatch, outcome: { kind: 'skipped' }, by: 'ops:olga' });
  }

  async #asked(service: string, status: string): Promise<string> {
    this.world.clock.advance(77);
    const asked = await this.stores.dispatches.ofJourney(this.journey);
    return asked.find(one => one.service === service && one.status === status)?.id ?? '';
  }

  async report(type: string, data: object): Promise<void> {
    const report = { authority: 'cpr', type, id: 'e1', data: data as never, persons: [ANNA] };
    await this.#runtime.report(report);
  }

  async wait(days: number): Promise<void> {
    this.world.clock.advance(days * DAY);
    await this.#runtime.wake(this.journey);
  }

  async cancel(): Promise<void> {
    await this.#runtime.cancel({ journey: this.journey, person: ANNA });
  }

  async mendAndResume(): Promise<void> {
    this.world.clock.advance(DAY);
    this.world.mend();
    await this.world.runtime(this.stores).resume(this.journey, 'ops:olga');
  }
}

const WALKS: Readonly<Record<string, { readonly kinds: string; readonly walk: Walk }>> = {
  'to its end, with an answer and a refusal': {
    kinds: 'started submitted submitted answered refused',
    walk: async hands => {
      await hands.declare();
      await hands.submit(OFFERED, 'apply', { monthlyIncome: 20_000 });
      await hands.settle('cpr.registerMove', answered(registration));
      await hands.settle('udbetaling.applyHousingBenefit', refusal('incomeTooHigh'));
    },
  },
  'with a partner, timers and a report': {
    kinds: 'started submitted elapsed submitted submitted refused reported elapsed',
    walk: async hands => {
      await hands.start();
      await hands.submit('declareMove', 'submit', { ...MOVE, partner: BO });
      await hands.wait(14);
      await hands.submit('declareMove', 'submit', { ...MOVE, partner: BO });
      await hands.submit('partnerConsent', 'agree', { agrees: true }, BO);
      await hands.settle('cpr.registerMove', refusal('protectedAddress'));
      await hands.report('cpr.moveRegistered', registration);
      await hands.wait(60);
    },
  },
  'cancelled, undone, and answered late': {
    kinds: 'started submitted refused submitted submitted answered cancelled late undone',
    walk: async hands => {
      await hands.declare();
      await hands.settle('cpr.registerMove', refusal('unknownAddress'));
      await hands.submit('underWay.population.underReview', 'submit', MOVE);
      await hands.submit(OFFERED, 'apply', { monthlyIncome: 20_000 });
      await hands.settle('udbetaling.applyHousingBenefit', answered({ monthly: 900 }));
      await hands.cancel();
      await hands.settle('cpr.registerMove', answered(registration), 'stopped');
      await hands.settle('cpr.withdrawMove', answered({}));
    },
  },
  'cancelled, while something is being undone': {
    kinds: 'started submitted cancelled',
    walk: async hands => {
      await hands.declare();
      await hands.cancel();
    },
  },
  'cancelled, with an undoing that is refused': {
    kinds: 'started submitted cancelled not-undone',
    walk: async hands => {
      await hands.declare();
      await hands.cancel();
      await hands.settle('cpr.withdrawMove', refusal('tooLate'));
    },
  },
  'skipped, answered late, cancelled and undone': {
    kinds: 'started submitted skipped late cancelled undone',
    walk: async hands => {
      await hands.declare();
      await hands.skip('cpr.registerMove');
      await hands.settle('cpr.registerMove', answered(registration), 'stopped');
      await hands.cancel();
      await hands.settle('cpr.withdrawMove', answered({}));
    },
  },
  'cancelled, with an undoing that is skipped': {
    kinds: 'started submitted cancelled not-undone late',
    walk: async hands => {
      await hands.declare();
      await hands.cancel();
      await hands.skip('cpr.withdrawMove');
      await hands.settle('cpr.withdrawMove', answered({}), 'stopped');
    },
  },
  'cancelled before anything was asked': {
    kinds: 'started cancelled',
    walk: async hands => {
      await hands.start();
      await hands.cancel();
    },
  },
  'held, with what came meanwhile': {
    kinds: 'started submitted held waiting',
    walk: async hands => {
      await hands.declare();
      await hands.submit(OFFERED, 'apply', { monthlyIncome: 5 });
      await hands.settle('cpr.registerMove', answered(registration));
    },
  },
  'held, and skipped meanwhile': {
    kinds: 'started submitted held waiting late resumed',
    walk: async hands => {
      await hands.declare();
      await hands.submit(OFFERED, 'apply', { monthlyIncome: 5 });
      await hands.skip('cpr.registerMove');
      await hands.settle('cpr.registerMove', answered(registration), 'stopped');
      await hands.mendAndResume();
    },
  },
  'held, and resumed with what came meanwhile': {
    kinds: 'started submitted held waiting resumed answered',
    walk: async hands => {
      await hands.declare();
      await hands.submit(OFFERED, 'apply', { monthlyIncome: 5 });
      await hands.settle('cpr.registerMove', answered(registration));
      await hands.mendAndResume();
      await hands.settle('udbetaling.applyHousingBenefit', answered({ monthly: 900 }));
    },
  },
};

async function walked(name: string, stores?: Stores): Promise<Hands> {
  const hands = new Hands(await sampleWorld(name.startsWith('held') ? unsound : undefined), stores);
  await WALKS[name]!.walk(hands);
  return hands;
}

/** What is stored, and what its journal says that must be stored. */
async function compared({ journey, stores, world }: Hands) {
  const journal = await stores.journeys.journal(journey);
  const { anew: _anew, given: _given, ...replayed } = replayJournal(world.compiled(), journal, journey);
  const [record, dispatches, ...mailboxes] = await Promise.all([
    stores.journeys.load(journey),
    stores.dispatches.ofJourney(journey),
    ...[ANNA, BO].map(person => stores.messages.pageOf(person, { journey }, { limit: 100 })),
  ]);
  const messages = mailboxes.flat().map(({ number, person }) => ({ number, person }));
  const { state, status, version } = record!;
  return {
    kinds: journal.map(({ kind }) => kind).join(' '),
    replayed: {
      ...replayed,
      dispatches: replayed.dispatches.map(({ seq, service, state: of, undoes, input, status: how }) => ({
        seq,
        service,
        state: of,
        undoes,
        input,
        status: how,
      })),
      messages: inOrder(replayed.messages.map(({ number, person }) => ({ number, person }))),
    },
    stored: {
      state,
      status,
      version,
      dispatches: dispatches
        .filter(dispatch => !isDelivery(dispatch))
        .map(({ seq, service, state: of, undoes, input, status: how }) => ({
          seq,
          service,
          state: of,
          undoes,
          input,
          status: how === 'pending' ? 'open' : how,
        })),
      messages: inOrder(messages),
    },
  };
}

function inOrder<Item extends { readonly number: number }>(messages: readonly Item[]): readonly Item[] {
  return messages.toSorted((one, other) => one.number - other.number);
}

describe('a journal replayed', () => {
  it.each(Object.keys(WALKS))('gives what is stored of a journey %s', async name => {
    const { kinds, replayed, stored } = await compared(await walked(name));
    expect(kinds).toBe(WALKS[name]!.kinds);
    expect(replayed).toEqual(stored);
  });

  it('gives what is stored of journeys that Postgres keeps sealed', async () => {
    const database = await freshDatabase();
    await migrate(database.url);
    const open = openDatabase({ url: database.url, connections: 2 });
    try {
      const stores = new PostgresStores(open, new MasterKeys([randomBytes(32)]));
      for (const name of Object.keys(WALKS)) {
        const { replayed, stored } = await compared(await walked(name, stores));
        expect({ name, ...replayed }).toEqual({ name, ...stored });
      }
    } finally {
      await open.close();
      await database.drop();
    }
  });
});

it('a journal of 0.1.0 in which ops skipped replays as it went: as a refusal by them, of what may have been done', async () => {
  const hands = new Hands(await sampleWorld());
  await hands.declare();
  await hands.settle('cpr.registerMove', refusal('skipped'));
  const journal = await hands.stores.journeys.journal(hands.journey);
  const byOps = journal.map(entry => (entry.kind === 'refused' ? { ...entry, actor: 'ops:olga' } : entry));
  const { state, dispatches } = replayJournal(hands.world.compiled(), byOps, hands.journey);
  expect(state).toEqual((await hands.stores.journeys.load(hands.journey))?.state);
  expect(dispatches).toMatchObject([{ service: 'cpr.registerMove', status: 'stopped' }]);
});

describe('a journal that cannot have come about', () => {
  const refused: Readonly<Record<string, (journal: JournalEntry[]) => readonly JournalEntry[]>> = {
    'is empty': () => [],
    'entry 2 is missing': ([first, , ...rest]) => [first!, ...rest],
    'begins with started': ([, ...rest]) => rest.map((entry, i) => ({ ...entry, seq: i + 1 })),
    'did not wait for': journal => [...journal, { ...journal.at(-1)!, seq: journal.length + 1 }],
    'cannot be in a journey that is active': journal =>
      journal.map(entry => ({ ...entry, kind: entry.kind === 'submitted' ? 'undone' : entry.kind })),
    'has no stimulus': journal =>
      journal.map(entry => (entry.kind === 'submitted' ? { ...entry, detail: {} } : entry)),
  };

  it.each(Object.entries(refused))('%s', async (words, falsify) => {
    const hands = new Hands(await sampleWorld());
    await hands.declare();
    await hands.settle('cpr.registerMove', answered(registration));
    const journal = await hands.stores.journeys.journal(hands.journey);
    const replaying = () => replayJournal(hands.world.compiled(), falsify([...journal]), hands.journey);
    expect(replaying).toThrow(ReplayError);
    expect(replaying).toThrow(words);
  });

  it('is resumed with something else than was kept', async () => {
    const { journey, stores, world } = await walked('held, and resumed with what came meanwhile');
    const journal = await stores.journeys.journal(journey);
    const lost = journal.map(entry =>
      entry.kind === 'resumed' ? { ...entry, detail: { stimuli: [] } } : entry,
    );
    expect(() => replayJournal(world.compiled(), lost, journey)).toThrow('resumed with what was kept');
  });
});
