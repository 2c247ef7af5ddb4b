import { randomUUID } from 'node:crypto';
import { type Change, dispatchId, type OutgoingMessage } from '#runtime';
import { contentOf, creation, MINUTE, newDispatch, START, step } from './changes.js';
import { describeStores } from './store-adapters.js';

const DELIVERY = { service: 'digitalPost.deliver', authority: 'digitalPost', input: null } as const;

describeStores('MessageStore in $name', (stores, elsewhere) => {
  let ane: string;
  let bo: string;
  beforeEach(() => {
    [ane, bo] = [randomUUID(), randomUUID()];
  });

  const to = (person: string, body: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    person,
    role: 'applicant',
    text: 'told',
    content: contentOf(body),
    ...more,
  });

  /** A journey whose second entry sends these messages, each with its delivery. */
  async function sent(messages: readonly OutgoingMessage[], at = START + MINUTE): Promise<Change> {
    const created = creation();
    const dispatches = messages.flatMap(({ quiet, person }, item) => {
      const { state: _state, ...delivery } = newDispatch(-(2_000 + item), DELIVERY);
      const disclosure = {
        persons: [person],
        categories: ['identity', 'message'],
        ground: 'Lov om Digital Post § 10',
      };
      return quiet ? [] : [{ ...delivery, disclosure }];
    });
    const told = step(created, { at, messages, dispatches });
    expect(await stores.journeys.commit([created])).toEqual([{ kind: 'committed' }]);
    expect(await stores.journeys.commit([told])).toEqual([{ kind: 'committed' }]);
    return told;
  }

  it('gives each what was written to them, and nobody what was written to another', async () => {
    const content = { ...contentOf('Til Ane'), asks: { task: 'underWay', due: START } };
    const { journey, hash } = await sent([to(ane, '', { content }), to(bo, 'Til Bo')]);
    for (const { messages } of [stores, elsewhere()]) {
      expect(await messages.pageOf(ane, {}, { limit: 10 })).toEqual([
        {
          journey,
          number: 2_000,
          definition: 'moving',
          hash,
          at: START + MINUTE,
          person: ane,
          role: 'applicant',
          text: 'told',
          content,
          status: 'sent',
        },
      ]);
      expect(await messages.find(journey, 2_001, bo)).toMatchObject({ content: contentOf('Til Bo') });
      expect(await messages.find(journey, 2_001, ane)).toBeUndefined();
      expect(await messages.find(journey, 2_002, bo)).toBeUndefined();
      expect(await messages.find('nothing', 2_000, ane)).toBeUndefined();
      expect(await messages.pageOf('nobody', {}, { limit: 10 })).toEqual([]);
    }
  });

  it('gives them by the page, newest first, of one journey or of all, unread or all', async () => {
    const first = await sent([to(ane, '1'), to(ane, '2')]);
    const second = await sent([to(ane, '3')], START + 2 * MINUTE);
    const { messages } = stores;
    const bodies = async (...[person, filter, page]: Parameters<typeof messages.pageOf>) =>
      (await messages.pageOf(person, filter, page)).map(({ content }) => content!.words.da.body);
    expect(await bodies(ane, {}, { limit: 10 })).toEqual(['3', '2', '1']);
    expect(await bodies(ane, {}, { limit: 2 })).toEqual(['3', '2']);
    const after = { at: START + MINUTE, id: dispatchId(first.journey, -2_001) };
    expect(await bodies(ane, {}, { limit: 2, after })).toEqual(['1']);
    expect(await bodies(ane, { journey: second.journey }, { limit: 10 })).toEqual(['3']);
    expect(await messages.markRead(first.journey, 2_001, ane, START)).toBe(true);
    expect(await bodies(ane, { unread: true }, { limit: 10 })).toEqual(['3', '1']);
  });

  it('keeps when it was read first, by its reader alone', async () => {
    const { journey } = await sent([to(ane, '')]);
    const { messages } = stores;
    expect(await messages.markRead(journey, 2_000, bo, START)).toBe(false);
    expect(await messages.find(journey, 2_000, ane)).not.toHaveProperty('readAt');
    expect(await messages.markRead(journey, 2_000, ane, START)).toBe(true);
    expect(await messages.markRead(journey, 2_000, ane, START + MINUTE)).toBe(true);
    expect(await messages.find(journey, 2_000, ane)).toMatchObject({ readAt: START });
  });

  it('fixes the language at the first address, by what the person wishes then', async () => {
    const { journey } = await sent([to(ane, 'x'), to(bo, 'y')]);
    const { messages, settings } = stores;
    expect(await settings.find(ane)).toEqual({ language: 'da' });
    await settings.save(ane, { language: 'da' });
    await settings.save(ane, { language: 'en' });
    expect(await settings.find(ane)).toEqual({ language: 'en' });
    expect(await messages.address(journey, 2_000)).toMatchObject({ language: 'en', content: contentOf('x') });
    await settings.save(ane, { language: 'da' });
    expect(await elsewhere().messages.address(journey, 2_000)).toMatchObject({ language: 'en' });
    expect(await messages.find(journey, 2_000, ane)).toMatchObject({ language: 'en' });
    expect(await messages.address(journey, 2_001)).toMatchObject({ language: 'da' });
    expect(await messages.address(journey, 2_002)).toBeUndefined();
  });

  it('fixes at the first address whether others of its kind go on for the person', async () => {
    const begin = (definition: string, person: string) => {
      const begun = creation({ definition, participants: [{ role: 'applicant', person }] });
      return stores.journeys.commit([begun]).then(() => begun);
    };
    const alone = await sent([to(ane, 'x'), to(ane, 'y'), to(ane, 'z')]);
    const { messages, journeys } = stores;
    await begin('divorce', ane);
    await begin('moving', bo);
    expect(await messages.address(alone.journey, 2_000)).toMatchObject({ labelled: false });
    const other = await begin('moving', ane);
    expect(await messages.address(alone.journey, 2_000)).toMatchObject({ labelled: false });
    expect(await messages.address(alone.journey, 2_001)).toMatchObject({ labelled: true });
    expect(await journeys.commit([step(other, { status: 'done' })])).toEqual([{ kind: 'committed' }]);
    expect(await messages.address(alone.journey, 2_002)).toMatchObject({ labelled: false });
    expect(await elsewhere().messages.find(alone.journey, 2_001, ane)).toMatchObject({ labelled: true });
    expect(await messages.find(alone.journey, 2_002, ane)).toMatchObject({ labelled: false });
  });

  it('ends a delivery with its message, once; a letter may come back afterwards', async () => {
    const { journey } = await sent([to(ane, '')]);
    const { messages, dispatches } = stores;
    const delivered = {
      at: START + 2 * MINUTE,
      dispatch: 'answered',
      message: 'delivered',
      way: 'letter',
      receivedOn: '2025-06-10',
    } as const;
    expect(await messages.settle(journey, 2_000, delivered)).toBe(true);
    expect(await messages.settle(journey, 2_000, delivered)).toBe(false);
    const { way, receivedOn } = delivered;
    expect(await messages.find(journey, 2_000, ane)).toMatchObject({ status: 'delivered', way, receivedOn });
    const id = dispatchId(journey, -2_000);
    expect(await dispatches.find(id)).toMatchObject({ status: 'answered', settledAt: delivered.at });

    const back = {
      at: START + 3 * MINUTE,
      dispatch: 'refused',
      message: 'returned',
      returned: 'undeliverable',
    } as const;
    expect(await messages.settle(journey, 2_000, back)).toBe(true);
    expect(await messages.settle(journey, 2_000, back)).toBe(false);
    expect(await messages.settle(journey, 2_000, delivered)).toBe(false);
    expect(await messages.find(journey, 2_000, ane)).toMatchObject({
      status: 'returned',
      returned: 'undeliverable',
      way: 'letter',
    });
    expect(await dispatches.find(id)).toMatchObject({ status: 'refused' });
  });

  it('lets a delivery that ops gave up come true after all', async () => {
    const { journey } = await sent([to(ane, '')]);
    const { messages, dispatches } = stores;
    await dispatches.park(dispatchId(journey, -2_000), { code: 'unreachable', message: '' });
    const at = START + 2 * MINUTE;
    const skipped = { at, dispatch: 'stopped', message: 'returned', returned: 'skipped' } as const;
    expect(await messages.settle(journey, 2_000, skipped)).toBe(true);
    const delivered = { at, dispatch: 'answered', message: 'delivered', way: 'digitalPost' } as const;
    expect(await messages.settle(journey, 2_000, delivered)).toBe(true);
    const message = await messages.find(journey, 2_000, ane);
    expect(message).toMatchObject({ status: 'delivered' });
    expect(message).not.toHaveProperty('returned');
    expect(await messages.settle(journey, 2_000, skipped)).toBe(false);
  });

  it('is rung for and searched like any other dispatch, also once its journey has ended', async () => {
    const told = await sent([to(ane, ''), to(bo, '', { quiet: true })]);
    const { journey } = told;
    await stores.journeys.commit([step(told, { status: 'cancelled', states: [] })]);
    const id = dispatchId(journey, -2_000);
    const due = await stores.due.dispatches(START + 10 * MINUTE, START + 20 * MINUTE, 1_000);
    expect(due.filter(({ dispatch }) => dispatch.startsWith(journey))).toMatchObject([{ dispatch: id }]);
    expect(await stores.ops.dispatches({ journey, service: DELIVERY.service })).toMatchObject([
      { id, seq: -2_000 },
    ]);
    expect(await stores.messages.find(journey, 2_001, bo)).toMatchObject({
      status: 'delivered',
      way: 'mailbox',
    });
  });

  it('goes with its journey; what was still on its way is counted, and keeps a number until then', async () => {
    const told = await sent([to(ane, ''), to(ane, '')]);
    const { journey } = told;
    await stores.journeys.commit([step(told, { status: 'done', states: [] })]);
    const { messages, erasures } = stores;
    await messages.settle(journey, 2_001, {
      at: START,
      dispatch: 'refused',
      message: 'returned',
      returned: 'recalled',
    });
    expect(await erasures.openNaming(ane)).toBe(1);
    expect(await erasures.erase(journey, START)).toMatchObject({
      messages: 2,
      undelivered: 1,
      dispatches: 2,
    });
    expect(await erasures.openNaming(ane)).toBe(0);
    expect(await messages.pageOf(ane, {}, { limit: 10 })).toEqual([]);
    expect(await messages.address(journey, 2_000)).toBeUndefined();
    const delivered = { at: START, dispatch: 'answered', message: 'delivered' } as const;
    expect(await messages.settle(journey, 2_000, delivered)).toBe(false);
  });

  it('forgets what somebody wished when they are erased', async () => {
    const { settings, erasures } = stores;
    await settings.save(ane, { language: 'en' });
    await erasures.erasePerson(ane);
    expect(await settings.find(ane)).toEqual({ language: 'da' });
  });
});
