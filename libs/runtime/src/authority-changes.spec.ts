import { type ServiceCatalogue, type ServiceContract } from '#journey';
import { loadDirectory } from '../../authorities/src/directory/read-directory.js';
import { memoryCatalogue } from '../../journey/test/memory-catalogue.js';
import { postCatalogue } from '../test/post-catalogue.js';
import { declareMove, sampleWorld } from '../test/sample-runtime.js';
import { AuthorityChanges } from './authority-changes.js';
import { CORRECTION } from './corrections/correction.js';
import { CorrectionSuccession } from './corrections/correction-succession.js';
import { type JourneyRuntime } from './journey-runtime.js';
import { isDelivery } from './mailbox/message-number.js';

const EVE = Date.parse('2026-12-31T22:59:00Z');
const SIX_DAYS = 6 * 24 * 3_600_000;
const move = { date: '2027-01-20', address: { street: 'Strandvejen 1', postcode: '4000' } };
const answered = { kind: 'answered', answer: { reference: 'FL-1', registeredOn: '2027-01-05' } } as const;

function located(services: readonly ServiceContract[]): ServiceCatalogue {
  const catalogue = memoryCatalogue(services, postCatalogue.registerEvents());
  return Object.assign(catalogue, { directory: loadDirectory() });
}

/** The sample journey, whose move a region registers: that of Roskilde, or of another municipality. */
async function regionalWorld(place = '0265') {
  const regional = (contract: ServiceContract): ServiceContract =>
    contract.authority === 'cpr' ? { ...contract, heldBy: 'region' } : contract;
  const correctData: ServiceContract = {
    ...postCatalogue.service('cpr.registerMove')!,
    id: 'hospital.correctData',
    authority: 'hospital',
    heldBy: 'region',
  };
  const catalogue = located([...postCatalogue.services().map(regional), correctData]);
  const world = await sampleWorld(
    main => main.replace('\nroles:', `\nplace: = '${place}'\nroles:`),
    0,
    catalogue,
  );
  world.clock.advance(EVE - world.clock.now());
  const { stores, clock, doorbell } = world;
  const runtime = world.runtime();
  const parts = { ...stores, catalogue, doorbell, calendar: clock, wall: clock };
  const changes = () =>
    new AuthorityChanges({ ...parts, runtime, succession: new CorrectionSuccession(parts) });
  const dispatches = async (journey: string) =>
    (await stores.dispatches.ofJourney(journey)).filter(dispatch => !isDelivery(dispatch));
  return { ...world, runtime, changes, dispatches };
}

async function underWay(runtime: JourneyRuntime): Promise<string> {
  return (await declareMove(runtime, 'anna', move)).journey;
}

describe('across the night to 1 January 2027', () => {
  it('asks the region of the day, and passes on once what waits', async () => {
    const { runtime, clock, changes, dispatches, stores } = await regionalWorld();
    const journey = await underWay(runtime);
    expect(await dispatches(journey)).toMatchObject([{ authority: 'region-sjaelland', status: 'pending' }]);
    const timers = structuredClone([...stores.tables.timers.values()]);
    expect(await changes().round()).toBe(0);

    clock.advance(2 * 60_000);
    expect(await changes().round()).toBe(1);
    expect(await dispatches(journey)).toMatchObject([{ authority: 'region-oestdanmark', status: 'pending' }]);
    expect([...stores.tables.timers.values()]).toEqual(timers);
    expect(await stores.journeys.journal(journey)).toMatchObject([
      { kind: 'started' },
      { kind: 'submitted' },
      {
        kind: 'authority-changed',
        subject: 'region-sjaelland region-oestdanmark',
        detail: {
          changes: [
            {
              from: 'region-sjaelland',
              to: 'region-oestdanmark',
              law: 'Overgangsloven (lov nr. 699 af 20. juni 2025) § 126',
            },
          ],
        },
      },
    ]);
    const told = [...stores.tables.messages.values()].filter(({ text }) => text === 'authorityChanged');
    expect(told).toMatchObject([{ person: 'anna', role: 'applicant' }]);
    expect(told[0]?.content?.words.da).toEqual({
      subject: 'Region Østdanmark har nu din sag',
      body: 'Siden fredag den 1. januar 2027 har Region Østdanmark haft din sag. Før var det Region Sjælland. Du skal ikke gøre noget, og dine frister er de samme som før.',
    });

    clock.advance(SIX_DAYS);
    expect(await changes().round()).toBe(0);
    const next = await underWay(runtime);
    expect(await dispatches(next)).toMatchObject([{ authority: 'region-oestdanmark' }]);
    expect(await stores.journeys.journal(journey)).toHaveLength(3);
  });

  it('leaves what was accepted in the name of who took it, and tells of that once, too', async () => {
    const { runtime, clock, changes, dispatches, stores } = await regionalWorld();
    const journey = await underWay(runtime);
    const [asked] = await dispatches(journey);
    await stores.dispatches.accept(asked!.id, EVE + SIX_DAYS);
    clock.advance(2 * 60_000);
    await changes().round();
    // Another process makes its pass, too.
    await changes().round();
    expect(await dispatches(journey)).toMatchObject([{ authority: 'region-sjaelland', status: 'accepted' }]);
    const told = [...stores.tables.messages.values()].filter(({ text }) => text === 'authorityChanged');
    expect(told).toHaveLength(1);
    const by = { authority: 'region-oestdanmark' };
    expect(await runtime.settle({ dispatch: asked!.id, outcome: answered, ...by })).toBe('settled');
    const journal = await stores.journeys.journal(journey);
    expect(journal.map(({ kind }) => kind)).toEqual([
      'started',
      'submitted',
      'authority-changed',
      'answered',
    ]);
    expect(journal.at(-1)?.actor).toBe('authority:region-oestdanmark');
  });

  it('undoes at the successor what the predecessor did', async () => {
    const { runtime, clock, dispatches } = await regionalWorld();
    const journey = await underWay(runtime);
    const [asked] = await dispatches(journey);
    await runtime.settle({ dispatch: asked!.id, outcome: answered });
    clock.advance(SIX_DAYS);
    await runtime.cancel({ journey, person: 'anna' });
    expect((await dispatches(journey)).at(-1)).toMatchObject({
      service: 'cpr.withdrawMove',
      authority: 'region-oestdanmark',
    });
  });

  it('passes nothing on where nothing changes', async () => {
    const { runtime, clock, changes, dispatches, stores } = await regionalWorld('0851');
    const journey = await underWay(runtime);
    clock.advance(SIX_DAYS);
    expect(await changes().round()).toBe(0);
    expect(await dispatches(journey)).toMatchObject([{ authority: 'region-nordjylland' }]);
    expect(await stores.journeys.journal(journey)).toHaveLength(2);
  });
});

describe('a correction, across the night to 1 January 2027', () => {
  const service = 'hospital.correctData';
  const of = { region: 'region-sjaelland', id: '0195a6c0-0000-7000-8000-0000000000c0' };

  async function correctedWorld(authority = of.region) {
    const world = await regionalWorld();
    const { stores, clock } = world;
    const content = { dispatch: 'd-1', concerns: { da: 'Ny læge', en: 'New doctor' }, wrong: '', right: '' };
    const asked = { id: of.id, person: 'anna', at: clock.now(), lastDay: '2027-01-31', definition: 'moving' };
    const dispatch = { seq: CORRECTION, service, authority, input: { wrong: '' }, ringAt: 0 };
    const letters = { entry: 1, at: clock.now(), messages: [], dispatches: [dispatch] };
    await stores.corrections.add({ ...asked, service, authority, content }, letters);
    const told = () => [...stores.tables.messages.values()].map(({ person, text }) => [person, text]);
    return { ...world, told, find: () => stores.corrections.find(of.id) };
  }

  it('is asked of the heir from then on, and its person is told once', async () => {
    const { clock, changes, find, told, stores, doorbell } = await correctedWorld();
    expect(await changes().round()).toBe(0);
    clock.advance(2 * 60_000);
    expect(await changes().round()).toBe(1);
    expect(await find()).toMatchObject({
      authority: 'region-oestdanmark',
      status: 'pending',
      lastDay: '2027-01-31',
    });
    expect(told()).toEqual([['anna', 'correction passed']]);
    const [message] = stores.tables.messages.values();
    expect(message?.content?.words.da.subject).toBe('Region Østdanmark har nu din anmodning om rettelse');
    expect(message?.content?.words.da.body).toContain('Før var det Region Sjælland.');
    expect(doorbell.take(clock.now()).dispatches).toMatchObject([{ role: 'digitalPost' }]);
    expect(await changes().round()).toBe(0);
    expect(told()).toHaveLength(1);
  });

  it('that was accepted is answered by the heir, and told of once, whoever makes the pass', async () => {
    const { clock, changes, find, told, stores } = await correctedWorld();
    await stores.dispatches.accept(`${of.id}-0`, EVE + SIX_DAYS);
    clock.advance(2 * 60_000);
    await changes().round();
    await changes().round();
    expect(await find()).toMatchObject({ authority: of.region, status: 'accepted' });
    expect(told()).toEqual([['anna', 'correction passed']]);
  });

  it('stays where nothing changes', async () => {
    const { clock, changes, find, told } = await correctedWorld('region-nordjylland');
    clock.advance(SIX_DAYS);
    expect(await changes().round()).toBe(0);
    expect(await find()).toMatchObject({ authority: 'region-nordjylland' });
    expect(told()).toEqual([]);
  });
});

describe('a place', () => {
  it('that belongs to no municipality is named, and nobody is guessed', async () => {
    const { runtime, dispatches } = await regionalWorld('0411');
    expect(await dispatches(await underWay(runtime))).toMatchObject([{ authority: '0411' }]);
  });

  it('that is not known leaves the role', async () => {
    const municipal = postCatalogue
      .services()
      .map(contract => ({ ...contract, heldBy: 'municipality' as const }));
    const world = await sampleWorld(undefined, 0, located(municipal));
    world.clock.advance(EVE - world.clock.now());
    const journey = await underWay(world.runtime());
    const all = await world.stores.dispatches.ofJourney(journey);
    expect(all.map(({ authority }) => authority)).toContain('cpr');
  });
});
