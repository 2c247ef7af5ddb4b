import { Catalogue } from '#authorities';
import { Running } from './running.js';

const catalogue = Catalogue.load();

describe('knobs', () => {
  let running: Running;
  let random = 0.5;
  beforeAll(async () => {
    running = await Running.start({ random: () => random });
  });
  afterAll(() => running.stop());

  const turn = async (knobs: object, path = '/skat/knobs') => {
    expect(await running.send('PUT', path, knobs)).toMatchObject({ status: 200, body: knobs });
  };
  const ask = (key: string) => running.call('skat.readIncome', key);
  const effects = async () => (await running.ledger('skat')).length;
  afterEach(async () => {
    await turn({});
    await turn({}, '/skat/services/readIncome/knobs');
  });

  it('outage: the connection is cut, and nothing is done', async () => {
    await turn({ outage: true });
    const before = await effects();
    await expect(ask('outage')).rejects.toThrow('fetch failed');
    expect(await effects()).toBe(before);
  });

  it('downtime: 503 with Retry-After', async () => {
    await turn({ downtime: { retryAfter: 90 } });
    const reply = await ask('downtime');
    expect(reply).toMatchObject({ status: 503, body: { type: 'urn:overgang:authorities:planned-downtime' } });
    expect(reply.headers.get('retry-after')).toBe('90');
  });

  it('failNext: so many requests fail, then it works again', async () => {
    await turn({ failNext: 2 });
    expect([(await ask('fail')).status, (await ask('fail')).status, (await ask('fail')).status]).toEqual([
      500, 500, 200,
    ]);
    const entries = (await running.ledger('skat')).filter(({ key }) => key === 'fail');
    expect(entries).toMatchObject([{ kind: 'read', received: 1 }]);
  });

  it('loseNext: it is done, but the answer is lost; the same key finds it done', async () => {
    await turn({ loseNext: 1 });
    await expect(running.call('skat.updatePreliminaryTax', 'lost')).rejects.toThrow('fetch failed');
    expect((await running.call('skat.updatePreliminaryTax', 'lost')).status).toBe(200);
    const kinds = (await running.ledger('skat')).filter(({ key }) => key === 'lost').map(({ kind }) => kind);
    expect(kinds).toEqual(['effect', 'duplicate']);
  });

  it('errorRate: that share of requests fails', async () => {
    await turn({ errorRate: 0.3 });
    random = 0.29;
    expect((await ask('rate-1')).status).toBe(500);
    random = 0.31;
    expect((await ask('rate-2')).status).toBe(200);
  });

  it('silent: the request is taken and never answered, others are', async () => {
    await turn({ silent: true }, '/skat/services/readIncome/knobs');
    const gone = new AbortController();
    const asked = fetch(`${running.url}/skat/incomes`, {
      method: 'POST',
      signal: gone.signal,
      headers: running.headersFor('skat', 'silent'),
      body: JSON.stringify({ person: '6110851234' }),
    });
    expect((await running.call('skat.updatePreliminaryTax', 'not-silent')).status).toBe(200);
    gone.abort();
    await expect(asked).rejects.toThrow('abort');
    expect((await running.ledger('skat')).some(({ key }) => key === 'silent')).toBe(false);
  });

  it('latency: nothing is done for a caller who has gone before', async () => {
    await turn({ latency: 600_000 });
    const route = running.authorities.simulations.route('/skat/incomes');
    if (!route) throw new Error('no such service');
    const gone = new AbortController();
    const request = { operation: route.operation, key: 'gone', body: { person: '6110851234' } };
    const handled = route.simulation.handle(route.service, request, gone.signal);
    gone.abort();
    expect(await handled).toEqual({ kind: 'cut' });
    expect((await running.ledger('skat')).some(({ key }) => key === 'gone')).toBe(false);
  });

  it('refuse: with a code of the contract, so many times or always', async () => {
    await turn({ refuse: { code: 'yearClosed', times: 1 } });
    expect((await running.call('skat.updatePreliminaryTax', 'refused-1')).body['code']).toBe('yearClosed');
    expect((await running.call('skat.updatePreliminaryTax', 'refused-2')).status).toBe(200);
    // The same key gets the same answer, whatever the knobs say now.
    expect((await running.call('skat.updatePreliminaryTax', 'refused-1')).body['code']).toBe('yearClosed');
    await turn({ refuse: { code: 'yearClosed' } });
    expect((await running.call('skat.updatePreliminaryTax', 'refused-3')).status).toBe(422);
    expect((await running.call('skat.updatePreliminaryTax', 'refused-4')).status).toBe(422);
  });

  it('of a service go before those of its authority', async () => {
    await turn({ failNext: 5 }, '/skat/knobs');
    await turn({ failNext: 0 }, '/skat/services/readIncome/knobs');
    expect((await ask('level-1')).status).toBe(200);
    expect((await running.call('skat.updatePreliminaryTax', 'level-2')).status).toBe(500);
    expect((await running.send('GET', '/skat/knobs')).body).toEqual({
      authority: { failNext: 4 },
      services: { readIncome: { failNext: 0 } },
      authorities: {},
    });
  });

  it('of a municipality go before those of its roles, and touch no other', async () => {
    const read = (code: string, key: string) => {
      const { path, example } = catalogue.service('kommune.readServices')!;
      return running.send(
        'POST',
        `/${code}/kommune${path}`,
        example.input,
        running.headersFor('kommune', key),
      );
    };
    await turn({ downtime: { retryAfter: 30 } }, '/authorities/0265/knobs');
    expect((await read('0265', 'place-1')).status).toBe(503);
    expect((await read('0259', 'place-2')).status).toBe(200);
    await turn({}, '/authorities/0265/knobs?role=daycare');
    expect((await read('0265', 'place-3')).status).toBe(503);
    await turn({}, '/authorities/0265/knobs?role=kommune');
    expect((await read('0265', 'place-4')).status).toBe(200);
    expect((await read('9999', 'place-5')).status).toBe(404);
    const asked = (await running.ledger('kommune')).filter(({ key }) => String(key).startsWith('place-'));
    expect(asked.map(({ askedOf }) => askedOf)).toEqual(['0259', '0265']);
  });

  it.each([
    ['an unknown knob', '/skat/knobs', { colour: 'red' }, 422],
    ['a negative latency', '/skat/knobs', { latency: -1 }, 422],
    ['a text', '/skat/knobs', { outage: 'yes' }, 422],
    ['an error rate above 1', '/skat/knobs', { errorRate: 1.5 }, 422],
    ['a downtime without an end', '/skat/knobs', { downtime: {} }, 422],
    ['a refusal no contract knows', '/skat/knobs', { refuse: { code: 'badMood' } }, 422],
    [
      'a refusal of another service',
      '/skat/services/readIncome/knobs',
      { refuse: { code: 'yearClosed' } },
      422,
    ],
    ['an unknown authority', '/police/knobs', {}, 404],
    ['an unknown service', '/skat/services/fly/knobs', {}, 404],
    ['an unknown municipality', '/authorities/0999/knobs', {}, 404],
    ['an unknown role of a municipality', '/authorities/0265/knobs?role=police', {}, 404],
    ['a list', '/skat/knobs', [], 422],
  ])('cannot be set to %s', async (_, path, knobs, status) => {
    const reply = await running.send('PUT', path, knobs);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect((await running.send('GET', '/skat/knobs')).body['authority']).toEqual({});
  });
});
