import { auditEverything } from './audit-everything.js';
import {
  type Lie,
  asking,
  delivering,
  disclosed,
  dispatches,
  document,
  entryOf,
  journal,
  later,
  messages,
  moment,
  posted,
  reading,
  record,
  registered,
  status,
  taken,
  timers,
} from './lie.js';
import { sampleAccounts } from './sample-accounts.js';

/** A falsification of each. */
function each<Item>(change: (item: Item) => Item): (all: readonly Item[]) => readonly Item[] {
  return all => all.map(change);
}

type Name = 'resumed' | 'done' | 'waiting' | 'undone' | 'late' | 'told';
describe('the auditor', () => {
  let sample: Awaited<ReturnType<typeof sampleAccounts>>;

  beforeAll(async () => {
    sample = await sampleAccounts();
  });

  it('finds nothing in true accounts', async () => {
    const { accounts } = sample;
    expect(await auditEverything(accounts)).toEqual([]);
    expect(accounts.journeys.map(one => one.status)).toEqual([
      'done',
      'done',
      'active',
      'cancelled',
      'cancelled',
      'done',
    ]);
  });

  const lies: Readonly<Record<`${Name}: ${string}`, Readonly<Record<string, Lie>>>> = {
    'done: answer': {
      'an answer is not the one that was given': registered(entry => [
        { ...entry, reply: { reference: 'another' } },
      ]),
    },
    'done: disclosure': {
      'other data are given than disclosed': registered(entry => [{ ...entry, categories: ['health'] }]),
      'a disclosure is missing': disclosed(undefined),
      'a disclosure leaves out a category': disclosed({ categories: [] }),
      'a disclosure leaves out a person': disclosed({ persons: [] }),
      'a disclosure has another ground': disclosed({ ground: '' }),
      'a disclosure names another authority': asking(asked => [{ ...asked, authority: 'skat' }]),
    },
    'done: effect': {
      'an effect is done twice': registered(entry => [entry, entry]),
      'an effect is missing': registered(() => []),
      'something is done unasked': registered(entry => [entry, { ...entry, key: `${entry.key}7` }]),
      'another service is done': registered(entry => [{ ...entry, service: 'cpr.moveOut' }]),
      'more is given than decided': registered(entry => [{ ...entry, fields: ['person', 'note'] }]),
      'a refusal is journalled as an answer': registered(entry => [{ ...entry, kind: 'refusal' }]),
      'something else is asked than decided': registered(({ input, ...entry }) => [
        {
          ...entry,
          input: Object.fromEntries(Object.keys(input as object).map(field => [field, 'another'])),
        },
      ]),
      'a key is used for something else': registered(entry => [
        entry,
        { ...entry, kind: 'duplicate', digest: 'another' },
      ]),
    },
    'undone: effect undone': {
      'something is undone twice': entryOf('cpr.withdrawMove', entry => [entry, entry]),
    },
    'done: effect undone': {
      'something is undone unasked': registered(entry => [
        entry,
        { ...entry, kind: 'compensation', undoes: entry.key, undone: true },
      ]),
    },
    'late: effect undone': {
      'a late answer was never given': registered(() => []),
    },
    'done: journal': {
      'the stored version is another': record(() => ({ version: 9 })),
      'an entry of the journal is lost': journal(entry => (entry.seq === 3 ? [] : [entry])),
      'an event is taken in twice': journal(entry => [{ ...entry, origin: 'the same' }]),
    },
    'done: replay': {
      'the stored status is another': record(() => ({ status: 'held' })),
      'the stored state is another': record(({ state }) => ({
        state: { chart: { ...state.chart, value: 'lapsed' } },
      })),
      'the journal tells what cannot be': journal(entry => [
        { ...entry, ...(entry.seq === 2 && { kind: 'undone' }) },
      ]),
    },
    'done: representation': {
      'an entry is kept from everybody': journal(entry => [
        entry.seq === 2 ? { ...entry, seenBy: [] } : entry,
      ]),
      'a participant is not told of what happened': document(({ happened }) => ({
        happened: happened.slice(1),
      })),
      'a participant reads another status': document(() => ({ status: 'active' })),
      'a participant reads an earlier version': document(({ version }) => ({
        version: String(Number(version) - 1),
      })),
      'a participant reads a state that is not active': document(() => ({
        states: [{ path: 'declareMove' }],
      })),
      'a participant reads what did not happen': document(({ happened }) => ({
        happened: [...happened, { id: '99' }],
      })),
      'a participant cannot read the journey': reading(({ document: _, ...read }) => ({
        ...read,
        status: 404,
        etag: null,
      })),
      'the ETag is of another version': reading(read => ({ ...read, etag: '"1.x"' })),
    },
    'waiting: representation': {
      'a participant is offered no task': document(() => ({ tasks: [] })),
    },
    'waiting: rows': {
      'a timer is armed for another moment': timers(({ due, ...timer }) => [{ ...timer, due: due + 1 }]),
      'a timer is left behind': timers(timer => [timer, { ...timer, seq: 99 }]),
      'a timer is not armed': timers(() => []),
    },
    'resumed: taken': {
      'what came while a journey was held is not told': taken(() => []),
      'a part of it is not told': taken(([first]) => [first!]),
      'it is told in another order': taken(all => all.toReversed()),
      'it is told as something else': taken(each(told => ({ ...told, kind: 'late' }))),
      'it is told as of another moment': taken(each(told => ({ ...told, at: told.at + 1 }))),
      'it is told to nobody': taken(each(told => ({ ...told, seenBy: [] }))),
      'it is told to whom it is not for': taken(each(told => ({ ...told, seenBy: ['applicant', 'bo'] }))),
      'it is told of another': taken(each(told => ({ ...told, actor: 'bo' }))),
      'it is told as done for another': taken(each(told => ({ ...told, holder: 'bo' }))),
      'it is told as if it had moved nothing': taken(each(told => ({ ...told, entered: [], left: [] }))),
    },
    'done: rows': {
      'a dispatch is left open': asking(({ settledAt: _, ...asked }) => [asked]),
    },
    'told: acknowledged delivery': {
      'a message has no delivery': delivering(() => []),
    },
    'told: delivery': {
      'a message is not kept': messages(() => []),
      'a message is kept for another': messages(message => [{ ...message, person: 'bo' }]),
      'a message is delivered twice': posted(entry => [entry, entry]),
      'another message is delivered under the same key': posted(entry => [
        entry,
        { ...entry, kind: 'duplicate', digest: 'another' },
      ]),
      'a message goes to another': posted(entry => [{ ...entry, input: { recipient: 'bo' } }]),
      'a message is delivered that nobody wrote': posted(entry => [
        entry,
        { ...entry, key: `${entry.key}7` },
      ]),
      'a message says that it is still on its way': messages(message => [{ ...message, status: 'sent' }]),
      'a delivery discloses another’s data': delivering(({ disclosure, ...delivery }) => [
        { ...delivery, disclosure: { ...disclosure!, persons: ['bo'] } },
      ]),
      'more is given than disclosed': posted(entry => [{ ...entry, categories: ['health'] }]),
    },
    'done: stored': {
      'a dispatch asks for something else': asking(asked => [{ ...asked, input: {} }]),
      'a disclosure is there twice': asking(asked => [asked, asked]),
    },
    'waiting: answer stored': {
      'a dispatch is settled that the journal waits for': status('answered'),
    },
    'done: answer stored': {
      'a dispatch is open that the journal has settled': status('pending'),
      'a disclosure is of what was never asked': asking(asked => [asked, { ...asked, id: 'another-1' }]),
    },
    'undone: undone': {
      'another effect is undone': entryOf('cpr.withdrawMove', entry => [{ ...entry, undoes: 'another' }]),
    },
    'late: undone': {
      'an effect came after its undoing': entryOf('cpr.withdrawMove', entry => [{ ...entry, undone: false }]),
    },
    'waiting: waiting': {
      'it waits though all must have ended': moment('at the end'),
      'an accepted dispatch is unknown to its authority': registered(() => []),
      'an answer was taken and lost': registered(entry => [{ ...entry, callback: 'acknowledged' }]),
      'a timer is due and does not ring': later(400 * 24 * 3_600_000),
      'a dispatch is parked without a reason': status('parked'),
    },
  };

  const eachLie = Object.entries(lies).flatMap(([where, of]) =>
    Object.entries(of).map(([what, lie]) => [what, ...(where.split(': ') as [Name, string]), lie] as const),
  );

  it.each(eachLie)('finds out that %s (%s: %s)', async (_, name, properties, falsify) => {
    const journey = sample[name];
    const findings = await auditEverything(falsify(sample.accounts, journey));
    expect([...new Set(findings.map(finding => finding.journey))]).toEqual([journey]);
    expect([...new Set(findings.map(({ property }) => property))].sort()).toEqual(properties.split(' '));
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
    const journeys = accounts.journeys.filter(({ id }) => id !== done);
    const findings = await auditEverything({ ...accounts, journeys });
    expect(new Set(findings.map(({ journey, property }) => `${journey} ${property}`))).toEqual(
      new Set([`${done} effect`, `${done} acknowledged`, `${done} rows`]),
    );
  });

  it('finds what a cancelled journey did and forgot to undo', async () => {
    const { accounts, undone } = sample;
    const { at } = accounts.journal.get(undone)!.find(({ kind }) => kind === 'cancelled')!;
    const forgetful: readonly Lie[] = [
      record(({ version, state: { chart, seen } }) => ({
        version: version - 1,
        state: {
          chart,
          compensating: { queue: [], seq: chart.seq },
          seen: Object.fromEntries(Object.keys(seen!).map(role => [role, { seq: version - 1, at }])),
        },
      })),
      journal(entry => {
        if (entry.kind === 'undone') return [];
        return [entry.kind === 'cancelled' ? { ...entry, detail: { compensations: [] } } : entry];
      }),
      dispatches(asked => (asked.service === 'cpr.registerMove' ? [asked] : [])),
      entryOf('cpr.withdrawMove', () => []),
    ];
    const lied = forgetful.reduce((told, lie) => lie(told, undone), accounts);
    const findings = await auditEverything({ ...lied, acknowledged: [], readings: [] });
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

  it('finds work that is left when all should be at rest, and lets authorities take their time', async () => {
    const { accounts, waiting } = sample;
    const atRest = moment('at rest')(accounts, waiting);
    expect(await auditEverything(atRest)).toEqual([]);
    const [asked, parked] = (['pending', 'parked'] as const).map(is => status(is)(atRest, waiting));
    for (const left of [asked, parked]) {
      const findings = await auditEverything(left!);
      expect(findings).toContainEqual(
        expect.objectContaining({ property: 'waiting', expected: 'no work left' }),
      );
    }
  });

  it('finds rows of a journey that is not stored', async () => {
    const { accounts } = sample;
    const [dispatch, timer] = [accounts.dispatches[0]!, accounts.timers[0]!];
    const findings = await auditEverything({
      ...accounts,
      dispatches: [...accounts.dispatches, { ...dispatch, journey: 'none' }],
      timers: [...accounts.timers, { ...timer, journey: 'none' }],
    });
    expect(findings.map(({ journey, property }) => `${journey} ${property}`)).toEqual([
      'none rows',
      'none rows',
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
