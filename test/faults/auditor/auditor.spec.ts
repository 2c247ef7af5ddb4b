import { type Disclosure, type JournalEntry } from '#runtime';
import { type LedgerEntry } from '../../../apps/authorities/src/ledger/ledger-entry.js';
import { type Accounts, type JourneyAccount, type Reading } from './accounts.js';
import { auditEverything } from './audit-everything.js';
import { type Property } from './finding.js';
import { sampleAccounts } from './sample-accounts.js';

type Name = 'done' | 'waiting' | 'undone' | 'late';
type Lie = (accounts: Accounts, journey: string) => Accounts;
type Document = NonNullable<Reading['document']>;

/** One thing changed in the account of the journey. */
function account(change: (account: JourneyAccount) => Partial<JourneyAccount>): Lie {
  return (accounts, journey) => ({
    ...accounts,
    journeys: accounts.journeys.map(one => (one.record.id === journey ? { ...one, ...change(one) } : one)),
  });
}

function record(change: (record: JourneyAccount['record']) => Partial<JourneyAccount['record']>): Lie {
  return account(one => ({ record: { ...one.record, ...change(one.record) } }));
}

function journal(change: (entry: JournalEntry) => readonly JournalEntry[]): Lie {
  return account(one => ({ journal: one.journal.flatMap(change) }));
}

/** What the first dispatch is said to disclose. */
function disclosed(lie: Partial<Disclosure> | undefined): Lie {
  return account(({ dispatches: [first, ...rest] }) => {
    const { disclosure, ...asked } = first!;
    return { dispatches: [{ ...asked, ...(lie && { disclosure: { ...disclosure!, ...lie } }) }, ...rest] };
  });
}

function dispatches(status: 'pending' | 'parked' | 'answered'): Lie {
  return account(one => ({ dispatches: one.dispatches.map(asked => ({ ...asked, status })) }));
}

function reading(change: (reading: Reading) => Reading): Lie {
  return account(one => ({ readings: one.readings.map(change) }));
}

function document(change: (document: Document) => Partial<Document>): Lie {
  return reading(read => ({ ...read, document: { ...read.document!, ...change(read.document!) } }));
}

/** The ledger with another entry, or several or none, for what a service did for the journey. */
function entryOf(service: string, change: (entry: LedgerEntry) => readonly LedgerEntry[]): Lie {
  return (accounts, journey) => ({
    ...accounts,
    ledger: accounts.ledger.flatMap(entry =>
      entry.key.startsWith(journey) && entry.service === service ? change(entry) : [entry],
    ),
  });
}

function registered(change: (entry: LedgerEntry) => readonly LedgerEntry[]): Lie {
  return entryOf('cpr.registerMove', change);
}

function later(milliseconds: number): Lie {
  return accounts => ({ ...accounts, at: accounts.at + milliseconds });
}

describe('the auditor', () => {
  let sample: Awaited<ReturnType<typeof sampleAccounts>>;

  beforeAll(async () => {
    sample = await sampleAccounts();
  });

  it('finds nothing in true accounts', async () => {
    const { accounts } = sample;
    expect(await auditEverything(accounts)).toEqual([]);
    expect(accounts.journeys.map(one => one.record.status)).toEqual([
      'done',
      'active',
      'cancelled',
      'cancelled',
    ]);
  });

  const lies: readonly (readonly [string, Name, Property, Lie])[] = [
    ['an effect is done twice', 'done', 'effect', registered(entry => [entry, { ...entry, seq: 99 }])],
    ['an effect is missing', 'done', 'effect', registered(() => [])],
    [
      'something is done unasked',
      'done',
      'effect',
      registered(entry => [entry, { ...entry, key: `${entry.key}7` }]),
    ],
    [
      'another service is done',
      'done',
      'effect',
      registered(entry => [{ ...entry, service: 'cpr.moveOut' }]),
    ],
    [
      'more is given than decided',
      'done',
      'effect',
      registered(entry => [{ ...entry, fields: ['person', 'note'] }]),
    ],
    [
      'a refusal is journalled as an answer',
      'done',
      'effect',
      registered(entry => [{ ...entry, kind: 'refusal' }]),
    ],
    ['a late answer was never given', 'late', 'effect', registered(() => [])],
    ['an accepted dispatch is unknown to its authority', 'waiting', 'waiting', registered(() => [])],
    [
      'an answer was taken and lost',
      'waiting',
      'waiting',
      registered(entry => [{ ...entry, callback: 'acknowledged' }]),
    ],
    [
      'other data are given than disclosed',
      'done',
      'disclosure',
      registered(entry => [{ ...entry, categories: ['health'] }]),
    ],
    [
      'an effect came after its undoing',
      'late',
      'undone',
      entryOf('cpr.withdrawMove', entry => [{ ...entry, undone: false }]),
    ],
    ['a timer is due and does not ring', 'waiting', 'waiting', later(400 * 24 * 3_600_000)],
    ['a timer is not armed', 'waiting', 'stored', account(() => ({ timers: [] }))],
    ['a dispatch is parked without a reason', 'waiting', 'waiting', dispatches('parked')],
    ['a dispatch is settled that the journal waits for', 'waiting', 'stored', dispatches('answered')],
    ['a dispatch is open that the journal has settled', 'done', 'stored', dispatches('pending')],
    ['the stored status is another', 'done', 'replay', record(() => ({ status: 'held' }))],
    [
      'the stored state is another',
      'done',
      'replay',
      record(({ state }) => ({ state: { chart: { ...state.chart, value: 'lapsed' } } })),
    ],
    ['the stored version is another', 'done', 'journal', record(() => ({ version: 9 }))],
    [
      'an entry of the journal is lost',
      'done',
      'journal',
      journal(entry => (entry.seq === 3 ? [] : [entry])),
    ],
    ['an event is taken in twice', 'done', 'journal', journal(entry => [{ ...entry, origin: 'the same' }])],
    [
      'the journal tells what cannot be',
      'done',
      'replay',
      journal(entry => [{ ...entry, ...(entry.seq === 2 && { kind: 'undone' }) }]),
    ],
    ['a disclosure is missing', 'done', 'disclosure', disclosed(undefined)],
    ['a disclosure leaves out a category', 'done', 'disclosure', disclosed({ categories: [] })],
    ['a disclosure leaves out a person', 'done', 'disclosure', disclosed({ persons: [] })],
    ['a disclosure has another ground', 'done', 'disclosure', disclosed({ ground: '' })],
    [
      'a disclosure names another authority',
      'done',
      'disclosure',
      account(({ dispatches: [first, ...rest] }) => ({
        dispatches: [{ ...first!, authority: 'skat' }, ...rest],
      })),
    ],
    [
      'a disclosure is there twice',
      'done',
      'stored',
      account(one => ({ dispatches: [...one.dispatches, one.dispatches[0]!] })),
    ],
    [
      'a disclosure is of what was never asked',
      'done',
      'stored',
      account(one => ({ dispatches: [...one.dispatches, { ...one.dispatches[0]!, id: 'another-1' }] })),
    ],
    ['a participant reads another status', 'done', 'representation', document(() => ({ status: 'active' }))],
    [
      'a participant reads an earlier version',
      'done',
      'representation',
      document(({ version }) => ({ version: String(Number(version) - 1) })),
    ],
    ['a participant is offered no task', 'waiting', 'representation', document(() => ({ tasks: [] }))],
    [
      'a participant reads a state that is not active',
      'done',
      'representation',
      document(() => ({ states: [{ path: 'declareMove' }] })),
    ],
    [
      'a participant reads what did not happen',
      'done',
      'representation',
      document(({ happened }) => ({ happened: [...happened, { id: '99' }] })),
    ],
    [
      'a participant cannot read the journey',
      'done',
      'representation',
      reading(({ person, seqOf }) => ({ person, status: 404, etag: null, seqOf })),
    ],
    [
      'the ETag is of another version',
      'done',
      'representation',
      reading(read => ({ ...read, etag: '"1.x"' })),
    ],
  ];

  it.each(lies)('finds out that %s', async (_, name, property, falsify) => {
    const journey = sample[name];
    const findings = await auditEverything(falsify(sample.accounts, journey));
    const found = findings.map(finding => ({ journey: finding.journey, property: finding.property }));
    expect(found).toEqual([{ journey, property }]);
  });

  it.each(['start', 'submit', 'cancel', 'callback'] as const)(
    'finds a %s that was acknowledged and lost',
    async kind => {
      const { accounts, undone } = sample;
      const lost = accounts.acknowledged.find(
        request => request.kind === kind && request.journey !== undone,
      )!;
      const elsewhere =
        kind === 'callback'
          ? { ...lost, dispatch: `${undone}-99`, journey: undone }
          : { ...lost, person: 'bo', ...('key' in lost && { key: 'lost' }) };
      const findings = await auditEverything({
        ...accounts,
        acknowledged: [...accounts.acknowledged, elsewhere],
      });
      expect(findings.map(({ property, expected }) => ({ property, expected }))).toEqual([
        { property: 'acknowledged', expected: kind === 'callback' ? true : 1 },
      ]);
    },
  );

  it('finds a request that was acknowledged twice without a key and is there once', async () => {
    const { accounts } = sample;
    const submit = accounts.acknowledged.findLast(({ kind }) => kind === 'submit')!;
    const findings = await auditEverything({ ...accounts, acknowledged: [submit, submit] });
    expect(findings).toEqual([expect.objectContaining({ property: 'acknowledged', expected: 2, found: 1 })]);
  });

  it('counts what was acknowledged again under one key once', async () => {
    const { accounts, done } = sample;
    const keyed = accounts.acknowledged.filter(request => request.journey === done && 'key' in request);
    expect(keyed.map(({ kind }) => kind)).toEqual(['start', 'submit']);
    expect(await auditEverything({ ...accounts, acknowledged: [...keyed, ...keyed] })).toEqual([]);
  });

  it('finds a journey that was acknowledged, and served, and is not stored', async () => {
    const { accounts, done } = sample;
    const journeys = accounts.journeys.filter(({ record: { id } }) => id !== done);
    const findings = await auditEverything({ ...accounts, journeys });
    expect(new Set(findings.map(({ journey, property }) => `${journey} ${property}`))).toEqual(
      new Set([`${done} effect`, `${done} acknowledged`]),
    );
  });

  it('finds what a cancelled journey did and forgot to undo', async () => {
    const { accounts, undone } = sample;
    const forgetful = account(({ record: stored, journal: entries, dispatches: asked }) => {
      const { chart } = stored.state;
      const { at } = entries.find(({ kind }) => kind === 'cancelled')!;
      const seen = Object.fromEntries(
        Object.keys(stored.state.seen!).map(role => [role, { seq: stored.version - 1, at }]),
      );
      const { id: kept } = asked.find(({ service }) => service === 'cpr.registerMove')!;
      return {
        record: {
          ...stored,
          version: stored.version - 1,
          state: { chart, compensating: { queue: [], seq: chart.seq }, seen },
        },
        journal: entries
          .filter(({ kind }) => kind !== 'undone')
          .map(entry => (entry.kind === 'cancelled' ? { ...entry, detail: { compensations: [] } } : entry)),
        dispatches: asked.filter(({ id }) => id === kept),
        readings: [],
      };
    });
    const lied = entryOf('cpr.withdrawMove', () => [])(forgetful(accounts, undone), undone);
    const findings = await auditEverything({ ...lied, acknowledged: [] });
    expect(findings).toEqual([
      {
        journey: undone,
        property: 'undone',
        about: 'what is not undone',
        expected: [],
        found: [expect.stringMatching(`^${undone}-.* cpr.withdrawMove$`)],
      },
    ]);
  });

  it('says where a state differs and how', async () => {
    const { accounts, done } = sample;
    const changed = record(({ state }) => {
      const { chart } = state;
      const context = { ...chart.context, facts: { ...chart.context.facts, move: null } };
      return { state: { chart: { ...chart, context } } };
    });
    const [finding] = await auditEverything(changed(accounts, done));
    expect(finding).toMatchObject({ about: 'state.chart.context.facts.move', found: null });
  });
});
