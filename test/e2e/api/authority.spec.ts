import { randomUUID } from 'node:crypto';
import { until } from '../../support/index.js';
import { type Client, problem, type Reply } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const SIX_MINUTES = 6 * 60 * 1000;

describe('what authorities send', () => {
  let system: System;
  let anna: Client;
  let date: string;
  let answer: object;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen(ANNA);
    date = system.day();
    answer = system.assembly.catalogue.service('cpr.registerMove')!.example.answer;
    // CPR accepts and never calls back by itself: these tests do.
    system.simulated('cpr').knobs.set({ hold: true });
  }, STARTING);

  afterAll(() => system?.close());

  const send = (
    path: string,
    body: unknown,
    over: { authority?: string; at?: number; signs?: string } = {},
  ): Promise<Reply> => {
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = system.signed(over.authority ?? 'cpr', path, over.signs ?? raw, over.at);
    return system.anonymous().post(path, raw, headers);
  };

  /** A journey whose move CPR has accepted and not answered. */
  const accepted = async (): Promise<{ journey: string; dispatch: string; path: string }> => {
    const { id: journey } = await anna.start();
    await anna.submit(journey, 'declareMove', 'submit', { address: ADDRESS, date });
    const dispatch = await until(async () => {
      const stored = await system.assembly.stores.dispatches.ofJourney(journey);
      return stored.find(({ service, status }) => service === 'cpr.registerMove' && status === 'accepted')
        ?.id;
    }, 'CPR to accept the move');
    return { journey, dispatch, path: `/v1/callbacks/${dispatch}` };
  };

  describe('callbacks', () => {
    it('settle a dispatch once: the second time is told so and changes nothing', async () => {
      const { journey, path } = await accepted();
      expect((await send(path, { outcome: 'answered', answer })).body).toEqual({ result: 'settled' });
      const settled = await anna.journey(journey);
      expect((await send(path, { outcome: 'answered', answer })).body).toEqual({ result: 'duplicate' });
      const refusal = { code: 'unknownAddress' };
      expect((await send(path, { outcome: 'refused', refusal })).body).toEqual({ result: 'duplicate' });
      expect(await anna.journey(journey)).toEqual(settled);
    });

    it('settle it once also when they come at the same instant', async () => {
      const { journey, path } = await accepted();
      const body = { outcome: 'answered', answer };
      const replies = await Promise.all([1, 2, 3, 4].map(() => send(path, body)));
      const results = replies.map(reply => (reply.body as { result: string }).result).sort();
      expect(results).toEqual(['duplicate', 'duplicate', 'duplicate', 'settled']);
      const { happened } = await anna.journey(journey);
      expect(happened.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
    });

    it('are kept and change nothing when nobody waits for them any more', async () => {
      const { journey, path } = await accepted();
      await anna.post(`/v1/journeys/${journey}/cancellation`);
      expect((await send(path, { outcome: 'answered', answer })).body).toEqual({ result: 'late' });
      const { status, happened } = await anna.journey(journey);
      expect(['cancelling', 'cancelled']).toContain(status);
      expect(happened.filter(({ kind }) => kind === 'answered')).toEqual([]);
    });

    it('refuse: the journey goes the way of a refusal', async () => {
      const { journey, path } = await accepted();
      expect((await send(path, { outcome: 'refused', refusal: { code: 'unknownAddress' } })).body).toEqual({
        result: 'settled',
      });
      await anna.reaches(journey, 'underWay.population.notRegistered');
    });

    describe('that are not right change nothing', () => {
      let journey: string;
      let path: string;
      let before: unknown;

      beforeAll(async () => {
        ({ journey, path } = await accepted());
        before = await anna.journey(journey);
      });

      afterEach(async () => {
        expect(await anna.journey(journey)).toEqual(before);
      });

      const body = () => ({ outcome: 'answered', answer });

      it('a signature that does not fit', async () => {
        problem(await send(path, body(), { signs: 'another body' }), 401, 'bad-signature');
        const headers = {
          ...system.signed('cpr', path, JSON.stringify(body())),
          'overgang-signature': 'v1=zz',
        };
        problem(await system.anonymous().post(path, body(), headers), 401, 'bad-signature');
        const elsewhere = system.signed('cpr', '/v1/callbacks/other', JSON.stringify(body()));
        problem(await system.anonymous().post(path, body(), elsewhere), 401, 'bad-signature');
      });

      it('the same JSON in other bytes than were signed', async () => {
        const raw = JSON.stringify(body());
        const headers = system.signed('cpr', path, raw);
        problem(await system.anonymous().post(path, ` ${raw}`, headers), 401, 'bad-signature');
      });

      it('no signature, or one of nobody', async () => {
        problem(await system.anonymous().post(path, body()), 401, 'unknown-signer');
        const signed = system.signed('cpr', path, JSON.stringify(body()));
        for (const authority of ['nobody', 'constructor', '__proto__']) {
          const headers = { ...signed, 'overgang-authority': authority };
          problem(await system.anonymous().post(path, body(), headers), 401, 'unknown-signer');
        }
      });

      it('one that is too old, or of tomorrow', async () => {
        const now = system.assembly.clock.now();
        problem(await send(path, body(), { at: now - SIX_MINUTES }), 401, 'old-signature');
        problem(await send(path, body(), { at: now + SIX_MINUTES }), 401, 'old-signature');
      });

      it("another authority's, for a dispatch that it was never asked", async () => {
        problem(await send(path, body(), { authority: 'skat' }), 404, 'unknown-dispatch');
      });

      it.each(['nonsense', `${randomUUID()}-1`, `${randomUUID()}-0`])(
        'for an unknown dispatch: %s',
        async id => {
          problem(await send(`/v1/callbacks/${id}`, body()), 404, 'unknown-dispatch');
        },
      );

      it('an answer that breaks the contract', async () => {
        const broken = problem(
          await send(path, { outcome: 'answered', answer: { ...answer, municipality: 751 } }),
          422,
          'invalid',
        );
        expect(broken.errors).toMatchObject([{ pointer: '#/answer/municipality' }]);
        problem(await send(path, { outcome: 'answered', answer: {} }), 422, 'invalid');
        problem(await send(path, { outcome: 'answered' }), 422, 'invalid');
      });

      it('a refusal that the contract does not know', async () => {
        const broken = problem(
          await send(path, { outcome: 'refused', refusal: { code: 'tired' } }),
          422,
          'invalid',
        );
        expect(broken.errors).toMatchObject([{ pointer: '#/refusal/code' }]);
      });

      it('no callback at all', async () => {
        problem(await send(path, { outcome: 'perhaps' }), 422, 'invalid');
        problem(await send(path, '[]'), 422, 'invalid');
        problem(await send(path, '{'), 400, 'malformed-json');
      });
    });
  });

  describe('events', () => {
    const moved = () => ({ person: ANNA, address: ADDRESS, municipality: '0751', movedOn: date });
    const event = (over: object = {}) => ({
      specversion: '1.0',
      id: randomUUID(),
      source: '/cpr',
      type: 'cpr.moveRegistered',
      data: moved(),
      ...over,
    });

    it('reach the journeys that listen for them, once for each id, and nobody learns whose', async () => {
      const { journey, path } = await accepted();
      await send(path, { outcome: 'answered', answer });
      await anna.reaches(journey, 'underWay.population.awaited');
      const once = event();
      const other = await send('/v1/events', event({ data: { ...moved(), person: '7105903456' } }));
      const first = await send('/v1/events', once);
      expect([other.status, other.text]).toEqual([first.status, first.text]);
      expect(first.status).toBe(202);
      expect((await send('/v1/events', once)).status).toBe(202);
      const { happened } = await anna.reaches(journey, 'underWay.population.registered');
      expect(happened.filter(({ kind }) => kind === 'reported')).toHaveLength(1);
    });

    it('are taken as application/cloudevents+json', async () => {
      const raw = JSON.stringify(event());
      const headers = {
        ...system.signed('cpr', '/v1/events', raw),
        'content-type': 'application/cloudevents+json; charset=utf-8',
      };
      expect((await system.anonymous().post('/v1/events', raw, headers)).status).toBe(202);
    });

    it('of an unknown type, or of another authority', async () => {
      problem(await send('/v1/events', event({ type: 'cpr.earthquake' })), 422, 'unknown-event');
      problem(await send('/v1/events', event(), { authority: 'skat' }), 422, 'unknown-event');
    });

    it('that are no events, or whose data does not fit', async () => {
      problem(await send('/v1/events', event({ specversion: '0.3' })), 422, 'invalid');
      problem(await send('/v1/events', event({ id: '' })), 422, 'invalid');
      problem(await send('/v1/events', '[]'), 422, 'invalid');
      const broken = problem(
        await send('/v1/events', event({ data: { ...moved(), person: '12' } })),
        422,
        'invalid',
      );
      expect(broken.errors).toMatchObject([{ pointer: '#/data/person' }]);
    });
  });
});
