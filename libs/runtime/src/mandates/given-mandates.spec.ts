import { dateAt } from '#calendar';
import { type Json } from '#statechart';
import { sampleCatalogue as catalogue } from '../../../journey/test/sample-catalogue.js';
import { sampleWorld } from '../../test/sample-runtime.js';
import { Definitions } from '../definitions.js';
import { MemoryAnnouncer, MemoryDoorbell } from '../memory/index.js';
import { GivenMandates } from './given-mandates.js';
import { Mandates } from './mandates.js';
import { type MandateRequest } from './givable.js';

const DAY = 24 * 3_600_000;

async function world() {
  const { stores, clock, runtime, compiled } = await sampleWorld();
  const definitions = new Definitions(stores.definitions, () => compiled());
  const announcer = new MemoryAnnouncer();
  const told: string[] = [];
  announcer.listen(journey => told.push(journey));
  const doorbell = new MemoryDoorbell();
  const parts = { ...stores, definitions, catalogue, announcer, doorbell, calendar: clock, wall: clock };
  const given = new GivenMandates(parts);
  const mandates = new Mandates(parts);
  const day = (fromNow: number) => dateAt(clock.now() + fromNow * DAY);
  const request = (over: Partial<MandateRequest> = {}): MandateRequest => ({
    person: 'anna',
    holder: async () => 'grethe',
    names: { holder: 'Grethe Holm', person: 'Anna Holm' },
    journeys: 'all',
    until: day(60),
    ...over,
  });
  const subjects = async (person: string) =>
    (await stores.messages.pageOf(person, {}, { limit: 99 })).map(({ content }) => content!.words.da.subject);
  const faults = async (over: Partial<MandateRequest>) => {
    const refused: unknown = await given.give(request(over)).catch((error: unknown) => error);
    const { code, fields = [] } = refused as { code: string; fields?: { path: string; code: string }[] };
    return [code, ...fields.map(field => `${field.path} ${field.code}`)];
  };
  return { stores, clock, runtime: runtime(), given, mandates, told, day, request, subjects, faults };
}

describe('a mandate that somebody gives', () => {
  it('holds from its first day to the midnight after its last, for what was said', async () => {
    const { given, mandates, request, clock, day } = await world();
    const asked = request({ journeys: ['moving'], from: day(2), until: day(4) });
    const { from, until } = await given.give(asked);
    await expect(mandates.inForce('grethe', 'anna')).rejects.toMatchObject({ code: 'no-mandate' });
    expect(await mandates.of('anna')).toHaveLength(1);
    expect([dateAt(from), dateAt(until)]).toEqual([day(2), day(5)]);
    clock.advance(from - clock.now());
    expect(await mandates.inForce('grethe', 'anna')).toMatchObject([
      { basis: 'given', journeys: ['moving'] },
    ]);
    clock.advance(until - 1 - clock.now());
    expect(await mandates.inForce('grethe', 'anna')).toHaveLength(1);
    clock.advance(1);
    await expect(mandates.inForce('grethe', 'anna')).rejects.toMatchObject({ code: 'no-mandate' });
    expect(await mandates.of('anna')).toEqual([]);
  });

  it('is bounded by law and by what there is, and what is refused makes nobody known', async () => {
    const { faults, day, mandates, stores, given, request } = await world();
    const asked: string[] = [];
    const holder = async () => {
      asked.push('grethe');
      return 'grethe';
    };
    expect(await faults({ holder, until: day(-1) })).toEqual(['invalid', '/until beforeBeginning']);
    expect(await faults({ holder, until: day(800) })).toEqual(['invalid', '/until tooLong']);
    expect(await faults({ holder, from: day(-1) })).toEqual(['invalid', '/from tooEarly']);
    expect(await faults({ holder, from: day(400), until: day(401) })).toEqual(['invalid', '/from tooLate']);
    expect(await faults({ holder, journeys: [] })).toEqual(['invalid', '/journeys minItems']);
    expect(await faults({ holder, journeys: ['nothing'] })).toEqual(['invalid', '/journeys ungivable']);
    await stores.definitions.publish({
      hash: 'own',
      id: 'crime',
      effective: '2000-01-01',
      sources: {},
      ownOnly: true,
    });
    expect(await faults({ holder, journeys: ['crime'] })).toEqual(['invalid', '/journeys ungivable']);
    expect(asked).toEqual([]);
    expect(await faults({ holder: async () => 'anna' })).toEqual(['invalid', '/cpr ownNumber']);
    // One under fifteen is one whose parents have more than three years to go.
    const law = { holder: 'mor', person: 'anna', basis: 'parent', journeys: 'all', from: 0 } as const;
    await stores.mandates.add([{ ...law, until: Date.parse(day(3 * 365 + 9)) }]);
    expect(await faults({})).toEqual(['forbidden']);
    expect((await mandates.of('anna')).map(({ basis }) => basis)).toEqual(['parent']);
    await stores.mandates.add([{ ...law, person: 'ida', until: Date.parse(day(3 * 365 - 9)) }]);
    await given.give(request({ person: 'ida' }));
  });

  it('is given once by a key, and the two are written of it once', async () => {
    const { given, request, subjects, faults } = await world();
    const first = await given.give(request({ key: 'k' }));
    expect(await given.give(request({ key: 'k' }))).toEqual(first);
    expect(await faults({ key: 'k', journeys: ['moving'] })).toEqual(['key-reused']);
    expect(await subjects('anna')).toEqual(['Du har givet Grethe Holm fuldmagt']);
    expect(await subjects('grethe')).toEqual(['Anna Holm har givet dig fuldmagt']);
  });

  it('ends when either of the two ends it, with the drafts and streams of its holder, and nobody else can', async () => {
    for (const by of ['anna', 'grethe']) {
      const { given, request, runtime, told, stores, mandates, subjects } = await world();
      const { gift } = await given.give(request());
      const { record } = await runtime.start({ definition: 'moving', person: 'anna', holder: 'grethe' });
      const draft: Json = { date: '2025' };
      await runtime.saveDraft(record.id, 'declareMove', 'anna', draft, 'grethe');
      await expect(given.end(gift.id, 'eve')).rejects.toMatchObject({ code: 'unknown-mandate' });
      told.length = 0;
      await given.end(gift.id, by);
      await given.end(gift.id, by);
      expect(told).toEqual([record.id]);
      expect([...stores.tables.drafts.keys()]).toEqual([]);
      expect(await mandates.of('anna')).toEqual([]);
      expect((await subjects(by === 'anna' ? 'grethe' : 'anna'))[0]).toBe(
        by === 'anna'
          ? 'Anna Holm har trukket fuldmagten tilbage'
          : 'Grethe Holm har sagt fuldmagten fra sig',
      );
      await expect(
        runtime.submit({
          journey: record.id,
          person: 'anna',
          holder: 'grethe',
          task: 'declareMove',
          event: 'x',
          data: {},
        }),
      ).rejects.toMatchObject({ code: 'no-mandate' });
    }
  });

  it('leaves what is open under another that is left', async () => {
    const { given, request, runtime, stores } = await world();
    const { gift } = await given.give(request());
    await given.give(request({ journeys: ['moving'] }));
    const { record } = await runtime.start({ definition: 'moving', person: 'anna', holder: 'grethe' });
    await runtime.saveDraft(record.id, 'declareMove', 'anna', { date: '2025' }, 'grethe');
    await given.end(gift.id, 'anna');
    expect([...stores.tables.drafts.keys()]).toHaveLength(1);
  });

  it('is told to end two weeks ahead, once, and takes what is open with it when it does', async () => {
    const { given, request, runtime, stores, subjects, clock, told } = await world();
    const { until } = await given.give(request());
    await given.give(request({ person: 'bo', until: dateAt(clock.now() + 3 * DAY) }));
    const { record } = await runtime.start({ definition: 'moving', person: 'anna', holder: 'grethe' });
    await runtime.saveDraft(record.id, 'declareMove', 'anna', { date: '2025' }, 'grethe');
    expect(await given.round()).toBe(0);
    clock.advance(until - 16 * DAY - clock.now());
    // The short one has ended by now, of which nobody was told ahead.
    expect(await given.round()).toBe(1);
    clock.advance(DAY + 3_600_000);
    expect([await given.round(), await given.round()]).toEqual([1, 0]);
    expect(await subjects('anna')).toEqual([
      'Fuldmagten til Grethe Holm slutter snart',
      'Du har givet Grethe Holm fuldmagt',
    ]);
    expect((await subjects('grethe')).filter(subject => subject.includes('slutter snart'))).toHaveLength(1);
    expect([...stores.tables.drafts.keys()]).toHaveLength(1);
    clock.advance(15 * DAY);
    told.length = 0;
    expect([await given.round(), await given.round()]).toEqual([1, 0]);
    expect(told).toEqual([record.id]);
    expect([...stores.tables.drafts.keys()]).toEqual([]);
  });

  it('is suspended while one of the two is registered as dead, and the two are told that it is in force again', async () => {
    for (const dead of ['anna', 'grethe'] as const) {
      const { given, mandates, stores, runtime, request, subjects, clock } = await world();
      const { until } = await given.give(request());
      const { record } = await runtime.start({ definition: 'moving', person: 'anna', holder: 'grethe' });
      await runtime.saveDraft(record.id, 'declareMove', 'anna', { date: '2025' }, 'grethe');
      clock.advance(3 * DAY);
      await stores.mandates.death(dead, { died: clock.now() - DAY });
      expect([await given.round(), await given.round()]).toEqual([1, 0]);
      expect([...stores.tables.drafts.keys()]).toEqual([]);
      expect(await mandates.of('anna')).toEqual([]);
      clock.advance(3 * DAY);
      for (let times = 0; times < 2; times += 1) {
        await stores.mandates.death(dead, { reversed: clock.now() });
        await given.round();
      }
      expect(await mandates.inForce('grethe', 'anna')).toHaveLength(1);
      expect(await subjects('anna')).toEqual([
        'Fuldmagten til Grethe Holm gælder igen',
        'Du har givet Grethe Holm fuldmagt',
      ]);
      const [letter] = await stores.messages.pageOf('grethe', {}, { limit: 1 });
      expect(letter!.content!.words.da.subject).toBe('Fuldmagten fra Anna Holm gælder igen');
      const whose = dead === 'anna' ? 'Anna Holm var' : 'Du var';
      expect(letter!.content!.words.da.body).toContain(`${whose} ved en fejl registreret som død`);
      // Its end is told ahead of time as if nothing had been.
      clock.advance(until - 13 * DAY - clock.now());
      expect([await given.round(), await given.round()]).toEqual([1, 0]);
      expect((await subjects('anna'))[0]).toBe('Fuldmagten til Grethe Holm slutter snart');
    }
  });

  it('is told to be in force again each time that it is', async () => {
    const { given, stores, request, subjects, clock } = await world();
    await given.give(request());
    for (let times = 0; times < 2; times += 1) {
      clock.advance(2 * DAY);
      await stores.mandates.death('anna', { died: clock.now() });
      await given.round();
      clock.advance(2 * DAY);
      await stores.mandates.death('anna', { reversed: clock.now() });
      await given.round();
    }
    const again = 'Fuldmagten til Grethe Holm gælder igen';
    expect((await subjects('anna')).filter(subject => subject === again)).toHaveLength(2);
  });

  it('stays over where it was withdrawn, or has run out, while it was suspended', async () => {
    const { given, mandates, stores, request, subjects, clock, day } = await world();
    const { gift } = await given.give(request());
    await given.give(request({ person: 'bo', until: day(5) }));
    clock.advance(2 * DAY);
    await stores.mandates.death('grethe', { died: clock.now() });
    await given.round();
    clock.advance(DAY);
    await given.end(gift.id, 'anna');
    clock.advance(5 * DAY);
    await stores.mandates.death('grethe', { reversed: clock.now() });
    await given.round();
    expect(await mandates.of('grethe')).toEqual([]);
    expect((await subjects('anna'))[0]).toBe('Du har trukket fuldmagten til Grethe Holm tilbage');
    expect((await subjects('bo'))[0]).toBe('Du har givet Grethe Holm fuldmagt');
  });

  it('is said in words before it is given, to the day', async () => {
    const { given, request, mandates } = await world();
    const { holder: _, ...asked } = request({
      journeys: ['moving'],
      from: '2025-03-10',
      until: '2025-04-01',
    });
    const { da, en } = await given.preview(asked);
    expect(da.body).toContain(
      'Grethe Holm må handle for dig fra mandag den 10. marts 2025 til og med tirsdag den 1. april 2025. Fuldmagten gælder kun ”Flytning”.',
    );
    expect(en.body).toContain('to the end of');
    expect(await mandates.of('anna')).toEqual([]);
  });
});
