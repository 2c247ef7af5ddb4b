import { postCatalogue } from '../../test/post-catalogue.js';
import { sampleWorld } from '../../test/sample-runtime.js';
import { Dispatching } from '../dispatching.js';
import { Definitions } from '../definitions.js';
import { type AuthorityReply } from '../ports.js';
import { deliveryInput } from './delivery-input.js';
import { Mailbox } from './mailbox.js';

const DAY = 86_400_000;
const DELIVERED = { kind: 'answered', answer: { channel: 'digital', deliveredOn: '2025-03-24' } } as const;

/** A journey whose applicant has been reminded of its first task. */
async function reminded(change?: (main: string) => string) {
  const world = await sampleWorld(change, 0, postCatalogue);
  const { stores, clock, alerts } = world;
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  clock.advance(23 * DAY);
  await runtime.wake(record.id);
  const definitions = new Definitions(stores.definitions, () => world.compiled());
  const { messages, settings, journeys, dispatches } = stores;
  const mailbox = new Mailbox({ messages, settings, journeys, definitions, calendar: clock });
  const asked: unknown[] = [];
  const perform = async (call: () => AuthorityReply | Promise<AuthorityReply>) => {
    const authorities = {
      call: async ({ input }: { input: unknown }) => {
        asked.push(input);
        return call();
      },
    };
    const clocks = { calendar: clock, wall: clock };
    const dispatching = new Dispatching({
      runtime,
      dispatches,
      messages,
      authorities,
      catalogue: postCatalogue,
      alerts,
      ...clocks,
    });
    await dispatching.perform(`${record.id}-m2000`);
  };
  const read = async () => (await mailbox.page('anna', {}, { limit: 10 }))[0]!;
  return { ...world, runtime, mailbox, journey: record.id, perform, asked, read };
}

const row = ({ stores, journey }: Awaited<ReturnType<typeof reminded>>) =>
  stores.tables.dispatches.get(`${journey}-m2000`);

describe('a message', () => {
  it('is worded when it is sent, and stays as it was', async () => {
    const world = await reminded();
    const { read, runtime, clock, journey } = world;
    const sent = await read();
    expect(sent).toMatchObject({
      journey,
      number: 2_000,
      at: clock.now(),
      language: 'da',
      words: { subject: expect.stringMatching(/^Husk: /), body: expect.stringContaining('31. marts 2025') },
      asks: { task: 'declareMove', open: true },
      status: 'sent',
    });
    clock.advance(7 * DAY);
    await runtime.wake(journey);
    expect(await read()).toMatchObject({ words: sent.words, asks: { open: false } });
  });

  it('is asked of Digital Post in the language that was wished for at the first attempt, and every time the same', async () => {
    const world = await reminded();
    const { stores, perform, asked, read } = world;
    await stores.settings.save('anna', { language: 'en' });
    await perform(() => ({ kind: 'accepted' }));
    await stores.settings.save('anna', { language: 'da' });
    await world.runtime.retry(`${world.journey}-m2000`).catch(() => undefined);
    stores.tables.dispatches.set(row(world)!.id, { ...row(world)!, status: 'pending' });
    await perform(() => DELIVERED);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[0]).toEqual({
      recipient: 'anna',
      sender: 'Overgang',
      kind: 'reminder',
      language: 'en',
      subject: expect.stringMatching(/^Remember: /),
      body: expect.stringContaining('31 March 2025'),
      reply: true,
      replyBy: '2025-03-31',
    });
    expect(await read()).toMatchObject({
      status: 'delivered',
      way: 'digitalPost',
      receivedOn: '2025-03-24',
      language: 'en',
    });
    expect(row(world)).toMatchObject({ status: 'answered' });
  });

  it('is delivered though its journey is held, and moves it not', async () => {
    const world = await reminded();
    const { stores, journey, perform, read } = world;
    const before = stores.tables.journeys.get(journey)!;
    stores.tables.journeys.set(journey, { ...before, status: 'held' });
    await perform(() => DELIVERED);
    expect(await read()).toMatchObject({ status: 'delivered' });
    expect(stores.tables.journeys.get(journey)).toMatchObject({ status: 'held', version: before.version });
    expect(stores.tables.journal.get(journey)).toHaveLength(before.version);
  });

  it('that comes back is told to ops and to its reader, and to nobody else', async () => {
    const world = await reminded();
    const { perform, read, alerts, journey, stores } = world;
    const { version } = stores.tables.journeys.get(journey)!;
    await perform(() => ({ kind: 'refused', refusal: { code: 'mailboxClosed', title: 'Lukket' } }));
    expect(await read()).toMatchObject({ status: 'returned', returned: 'mailboxClosed' });
    expect(alerts.raised).toMatchObject([{ code: 'message-returned', dispatch: `${journey}-m2000` }]);
    expect(stores.tables.journeys.get(journey)).toMatchObject({ version });
  });

  it('is not asked for once its journey has been erased', async () => {
    const { stores, journey, perform, asked } = await reminded();
    const delivery = stores.tables.dispatches.get(`${journey}-m2000`)!;
    await stores.erasures.erase(journey, 0);
    // As a worker has it that read it the moment before.
    stores.tables.dispatches.set(delivery.id, delivery);
    await perform(() => DELIVERED);
    expect(asked).toEqual([]);
  });

  it('is not undone when its journey is cancelled', async () => {
    const { runtime, journey, stores, reader } = await reminded();
    expect(await reader.cancellation(journey, 'anna')).toMatchObject({ compensations: [], irreversible: [] });
    await runtime.cancel({ journey, person: 'anna' });
    expect(stores.tables.dispatches.get(`${journey}-m2000`)).toMatchObject({ status: 'pending' });
  });

  it('is not another person’s', async () => {
    const { mailbox, journey } = await reminded();
    await expect(mailbox.one(journey, 2_000, 'bo')).rejects.toMatchObject({ code: 'unknown-message' });
    await expect(mailbox.read(journey, 2_000, 'bo')).rejects.toMatchObject({ code: 'unknown-message' });
    await expect(mailbox.one(journey, 2_001, 'anna')).rejects.toMatchObject({ code: 'unknown-message' });
    await mailbox.read(journey, 2_000, 'anna');
    expect(await mailbox.one(journey, 2_000, 'anna')).toMatchObject({ readAt: expect.any(Number) });
  });

  it('from before messages were worded when sent is worded when it is read', async () => {
    const { stores, journey, read } = await reminded();
    const id = `${journey}-m2000`;
    const { content: _content, ...old } = stores.tables.messages.get(id)!;
    const params = { task: 'declareMove', due: '2025-03-31T22:00:00.000Z' };
    stores.tables.messages.set(id, { ...old, status: 'delivered', way: 'mailbox', params });
    expect(await read()).toMatchObject({
      words: { subject: expect.stringMatching(/^Husk: /), body: expect.stringContaining('31. marts 2025') },
      asks: { task: 'declareMove', open: true },
      way: 'mailbox',
    });
    stores.tables.messages.set(id, { ...old, text: 'benefitLapsed', params: { date: '2025-03-10' } });
    const lapsed = await read();
    expect(lapsed.words).toEqual({
      subject: 'For sent til boligstøtte fra indflytning',
      body: 'Du flyttede den mandag den 10. marts 2025.',
    });
    expect(lapsed).not.toHaveProperty('asks');
  });
});

describe('a journey that is quiet', () => {
  it('keeps what it writes in the mailbox, and disturbs nobody', async () => {
    for (const quiet of [
      (main: string) => main.replace(/^roles:/m, 'quiet: true\nroles:'),
      (main: string) =>
        main.replace(
          'meta: { task: { role: applicant, form: move, due: P30D',
          'meta: { quiet: true, task: { role: applicant, form: move, due: P30D',
        ),
    ]) {
      const world = await reminded(quiet);
      expect(await world.read()).toMatchObject({ status: 'delivered', way: 'mailbox' });
      expect(row(world)).toBeUndefined();
    }
  });

  it('sends what must be sent', async () => {
    const main = (text: string): string =>
      text
        .replace(/^roles:/m, 'quiet: true\nroles:')
        .replace(
          '      after: { P30D: lapsed }',
          '      after: { P30D: { target: lapsed, actions: { message: addressProtected, to: applicant, must: true } } }',
        );
    const { runtime, clock, journey, stores } = await reminded(main);
    clock.advance(7 * DAY);
    await runtime.wake(journey);
    expect(stores.tables.dispatches.get(`${journey}-m3000`)).toMatchObject({
      service: 'digitalPost.deliver',
    });
  });
});

it('one who is known to no register is written to by letter', () => {
  const words = { subject: 'Om', body: 'Til' };
  const letter = { name: 'Else Hansen', address: 'Strandvejen 8, 2900 Hellerup' };
  const content = { words: { da: words, en: words }, letter };
  const input = deliveryInput({ person: 'unregistered', text: 'asked', content }, 'da');
  expect(input).toMatchObject({ letter, kind: 'message', reply: false, subject: 'Om' });
  expect(input).not.toHaveProperty('recipient');
});

it('the subject says which journey it is about where there are several, and a link leads to it', () => {
  const words = { subject: 'Om', body: 'Til' };
  const label = { da: 'Flytning til Strandvejen 8', en: 'Move to Strandvejen 8' };
  const link = 'https://overgang.example/journeys/1';
  const content = { words: { da: words, en: words }, label, link };
  const asked = (labelled: boolean) =>
    deliveryInput({ person: 'anna', text: 'asked', content, labelled }, 'da');
  expect(asked(true)).toMatchObject({ subject: 'Om (Flytning til Strandvejen 8)', body: 'Til' });
  expect(asked(false)).toMatchObject({ subject: 'Om', actions: [{ label: 'Se din sag', link }] });
});
