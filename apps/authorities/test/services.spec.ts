import { catalogue, Running, TODAY } from './running.js';

const MOVE = { date: '2026-05-15' };

describe('the services of simulated authorities', () => {
  let running: Running;
  beforeAll(async () => {
    running = await Running.start({ knobs: { hold: true } });
  });
  afterAll(() => running.stop());

  it('answer every example of every contract with what the contract promises', async () => {
    for (const { id, answers, undoes, effect } of catalogue.services()) {
      const { status, body } = await running.call(id, `every-${id}`);
      const refusedByRule = status === 422 && typeof body['code'] === 'string';
      const promised = answers === 'later' ? 202 : 200;
      expect({ id, status }).toEqual({ id, status: refusedByRule ? 422 : promised });
      const entry = (await running.ledger(id.split('.')[0] ?? '')).find(({ service }) => service === id);
      const kind = undoes ? 'compensation' : effect === 'none' ? 'read' : 'effect';
      expect(entry).toMatchObject({ service: id, key: `every-${id}` });
      expect(['refusal', kind]).toContain(entry?.['kind']);
    }
  });

  it('make answers of what was asked, of today, and of new numbers', async () => {
    const person = '7001901111';
    const { body } = await running.call('udbetalingDanmark.endHousingBenefit', 'sense-1', {
      person,
      until: '2026-05-14',
    });
    expect(body).toMatchObject({ endedOn: '2026-05-14' });
    const one = await running.call('familieretshuset.applyDivorce', 'sense-2', {
      person,
      spouse: '7002902222',
    });
    const two = await running.call('familieretshuset.applyDivorce', 'sense-3', { person: '7003903333' });
    expect(one.body['case']).not.toBe(two.body['case']);
    expect(one.body['case']).toMatch(/^FRH-2025-[0-9]{5}$/);
    // Fourteen days after the day of the request, as in the example.
    expect(one.body['feeDueOn']).toBe('2026-05-18');
    expect((await running.call('cpr.readPerson', 'sense-4', { person })).body).toMatchObject({ person });
  });

  it('do the same request once, and say the same again', async () => {
    const first = await running.call('skat.updatePreliminaryTax', 'once-1');
    const again = await running.call('skat.updatePreliminaryTax', 'once-1');
    const quoted = await running.call('skat.updatePreliminaryTax', '"once-1"');
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(quoted).toMatchObject({ status: 200, body: first.body });
    const entries = (await running.ledger('skat')).filter(({ key }) => key === 'once-1');
    expect(entries.map(({ kind }) => kind)).toEqual(['effect', 'duplicate', 'duplicate']);
    expect(entries[0]).toMatchObject({
      received: 3,
      fields: [
        'person',
        'reason',
        'from',
        'address',
        'dailyKilometres',
        'workingDays',
        'yearlyIncome',
        'mortgageInterest',
      ],
      categories: ['identity', 'family', 'income', 'address', 'employment'],
    });
  });

  it('do parallel requests with one key once', async () => {
    await running.send('PUT', '/nemKonto/knobs', { latency: 20 });
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => running.call('nemKonto.registerEstateAccount', 'parallel')),
    );
    await running.send('PUT', '/nemKonto/knobs', {});
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const kinds = (await running.ledger('nemKonto'))
      .filter(({ key }) => key === 'parallel')
      .map(({ kind }) => kind);
    expect(kinds.filter(kind => kind === 'effect')).toHaveLength(1);
    expect(kinds.filter(kind => kind === 'duplicate')).toHaveLength(19);
  });

  it('refuse a key that comes with another request', async () => {
    await running.call('cpr.registerMove', 'reused', MOVE);
    const { status, body, headers } = await running.call('cpr.registerMove', 'reused', {
      date: '2026-05-16',
    });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:overgang:authorities:idempotency-key-reused', status: 422 });
    expect(body['code']).toBeUndefined();
  });

  it('compensate what was done, and keep away what was undone before it came', async () => {
    await running.call('digitalPost.closeMailbox', 'close-1');
    const undone = await running.call('digitalPost.reopenMailbox', 'undo-1', { undoes: 'close-1' });
    expect(undone.body).toEqual({ undone: true, undoneOn: TODAY });
    const nothing = await running.call('digitalPost.reopenMailbox', 'undo-2', { undoes: 'close-2' });
    expect(nothing).toMatchObject({ status: 200, body: { undone: false } });
    const late = await running.call('digitalPost.closeMailbox', 'close-2');
    expect(late).toMatchObject({ status: 422, body: { code: 'withdrawn' } });
    const entries = (await running.ledger('digitalPost')).filter(({ key }) =>
      /^(close|undo)-/.test(String(key)),
    );
    expect(entries.map(({ key, kind, undone: was }) => [key, kind, was])).toEqual([
      ['close-1', 'effect', undefined],
      ['undo-1', 'compensation', true],
      ['undo-2', 'compensation', false],
      ['close-2', 'refusal', undefined],
    ]);
  });

  it('show no personal data in the ledger', async () => {
    await running.call('cpr.readPerson', 'private', { person: '7009909999' });
    const { body } = await running.send('GET', '/ledger');
    expect(JSON.stringify(body)).not.toContain('7009909999');
    expect(JSON.stringify(body)).toContain('"key":"private"');
  });

  it.each([
    ['no key', { 'idempotency-key': '' }, 400, 'idempotency-key-missing'],
    ['a key with spaces', { 'idempotency-key': 'a b' }, 400, 'idempotency-key-missing'],
    ['no token', { authorization: '' }, 401, 'unauthorized'],
    ['a wrong token', { authorization: 'Bearer x' }, 401, 'unauthorized'],
    ['another content type', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
  ])('turn away a request with %s', async (_, headers, status, type) => {
    const reply = await running.call('cpr.readPerson', 'turned-away', {}, headers);
    expect(reply).toMatchObject({ status, body: { type: `urn:overgang:authorities:${type}` } });
  });

  it.each([
    ['a field missing', { person: undefined }, ''],
    ['an extra field', { shoeSize: 43 }, ''],
    ['a mistyped field', { person: 6110851234 }, '/person'],
    ['a person id instead of a CPR number', { person: '0195a6c0-0000-7000-8000-000000000001' }, '/person'],
  ])('refuse a body with %s, naming it', async (_, change, path) => {
    const { status, body } = await running.call('cpr.readPerson', 'broken', change as never);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      type: 'urn:overgang:authorities:request-breaks-contract',
      errors: [{ path }],
    });
    expect((await running.ledger('cpr')).some(({ key }) => key === 'broken')).toBe(false);
  });

  it('answer malformed JSON and unknown addresses with problem documents', async () => {
    expect(await running.send('POST', '/cpr/persons', '{"person":')).toMatchObject({
      status: 400,
      body: { type: 'urn:overgang:authorities:malformed' },
    });
    expect(await running.send('POST', '/cpr/nothing', {})).toMatchObject({ status: 404 });
    expect(await running.send('POST', '/police/cases', {})).toMatchObject({ status: 404 });
  });
});

describe('rules by which authorities refuse', () => {
  let running: Running;
  beforeAll(async () => {
    running = await Running.start();
  });
  afterAll(() => running.stop());

  const refusalOf = async (id: string, key: string, change = {}) => {
    const { status, body } = await running.call(id, key, change);
    if (status !== 202) return body['code'];
    const messages = await running.receiver.atLeast(1);
    const callback = messages.find(({ path }) => path === `/v1/callbacks/${key}`);
    if (callback) return (JSON.parse(callback.body) as { refusal?: { code: string } }).refusal?.code;
    await running.receiver.atLeast(messages.length + 1);
    return refusalOf(id, key, change);
  };

  it.each([
    ['cpr.registerMove', { date: '2026-06-02' }, 'tooEarly'],
    ['cpr.registerMove', { date: '2026-06-01' }, undefined],
    ['dar.findAddress', { text: 'Ingenstedsvej' }, 'unknownAddress'],
    ['personregister.registerCoParenthood', { signedBy: ['6110851234'] }, 'bothMustSign'],
    ['personregister.registerName', { custodians: [] }, 'consentMissing'],
    ['udbetalingDanmark.applyMaternityPay', { payStopsOn: '2026-03-08' }, 'tooLate'],
    ['udbetalingDanmark.applyMaternityPay', { payStopsOn: '2026-03-09' }, undefined],
    ['udbetalingDanmark.transferLeave', { weeks: 14 }, 'weeksEarmarked'],
    ['udbetalingDanmark.applySurvivorsHelp', { diedOn: '2025-11-03' }, 'tooLate'],
    [
      'udbetalingDanmark.applySurvivorsHelp',
      { diedOn: '2026-05-01', cohabitedFrom: '2023-05-02' },
      'notCohabiting',
    ],
    ['skifteretten.chooseSettlement', { form: 'smallEstate', assets: 200000, debts: 0 }, 'assetsTooLarge'],
    ['skifteretten.chooseSettlement', { assets: 1, debts: 2 }, 'insolvent'],
    ['skifteretten.submitFinalAccount', { signedBy: [] }, 'notSigned'],
    ['kommune.endParkingPermit', {}, 'noPermit'],
    ['licenceOffice.applyLicence', { attestedOn: '2026-02-03' }, 'attestTooOld'],
    ['licenceOffice.applyLicence', { attestedOn: '2026-02-04' }, undefined],
    ['motorregistret.registerSale', { insurer: ' ' }, 'notInsured'],
  ])('%s with %j: %s', async (id, change, code) => {
    expect(await refusalOf(id, `rule-${id}-${JSON.stringify(change).length}-${code ?? ''}`, change)).toBe(
      code,
    );
  });

  it('ends a parking permit that it has issued', async () => {
    const address = '0a3f50b8-61d7-32b8-e044-0003ba298018';
    await running.call('kommune.issueParkingPermit', 'permit', { address });
    expect(await refusalOf('kommune.endParkingPermit', 'permit-end', { address })).toBeUndefined();
  });

  it('grants a divorce only when the fee is paid and both agree', async () => {
    const { body } = await running.call('familieretshuset.applyDivorce', 'divorce');
    const file = { case: body['case'] as string };
    expect(await refusalOf('familieretshuset.grantDivorce', 'grant-1', file)).toBe('feeNotPaid');
    await running.call('familieretshuset.payFee', 'fee', file);
    const one = { ...file, agreedBy: ['6110851234'] };
    expect(await refusalOf('familieretshuset.grantDivorce', 'grant-2', one)).toBe('notAgreed');
    expect(await refusalOf('familieretshuset.grantDivorce', 'grant-3', file)).toBeUndefined();
    expect((await running.call('familieretshuset.applyDivorce', 'divorce-2')).body['code']).toBe('caseOpen');
  });

  it('lets one spouse alone demand a divorce only when the time of separation is over', async () => {
    const persons = { person: '7005905557', spouse: '7006906668' };
    const { body } = await running.call('familieretshuset.applyDivorce', 'alone', persons);
    const file = { ...persons, case: body['case'] as string, kind: 'divorce' };
    expect(await refusalOf('familieretshuset.decideDivorce', 'alone-1', file)).toBe('feeNotPaid');
    await running.call('familieretshuset.payFee', 'alone-fee', { case: file.case });
    const since = (separatedFrom: string) => ({ ...file, separatedFrom });
    expect(await refusalOf('familieretshuset.decideDivorce', 'alone-2', since('2999-01-01'))).toBe(
      'separationTooShort',
    );
    expect(await refusalOf('familieretshuset.decideDivorce', 'alone-3', since('2020-01-01'))).toBeUndefined();
  });

  it('refuses a person who is known for it, wherever they are named', async () => {
    const person = '7005905555';
    const known = { person, refusals: ['protectedAddress'] };
    expect(await running.send('PUT', '/cpr/people', known)).toMatchObject({ status: 204 });
    const date = '2026-05-15';
    expect(await refusalOf('cpr.registerMove', 'known-1', { date, movers: [person] })).toBe(
      'protectedAddress',
    );
    await running.send('PUT', '/cpr/people', { person, refusals: [] });
    expect(await refusalOf('cpr.registerMove', 'known-2', { date, movers: [person] })).toBeUndefined();
  });

  it('answers as it was told to, for one person or for anyone', async () => {
    const person = '7006906666';
    const set = (body: unknown) => running.send('PUT', '/cpr/answers', body);
    expect(await set({ operation: 'readPerson', person, fields: { fullName: 'Bo Lind' } })).toMatchObject({
      status: 204,
    });
    expect((await running.call('cpr.readPerson', 'told-1', { person })).body['fullName']).toBe('Bo Lind');
    expect((await running.call('cpr.readPerson', 'told-2')).body['fullName']).toBe('Anna Holm');
    expect(await set({ operation: 'readPerson', fields: { fullName: 5 } })).toMatchObject({ status: 422 });
    expect(await set({ operation: 'fly', fields: {} })).toMatchObject({ status: 404 });
  });
});
