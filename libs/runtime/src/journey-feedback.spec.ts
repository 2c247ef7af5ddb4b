import { sampleWorld } from '../test/sample-runtime.js';
import { JourneyFeedback } from './journey-feedback.js';

/** What a report means to the sample journey, and the state that it may lead to. */
const after = (report: string, end = '') => [
  '  initial: declareMove\n',
  `  initial: declareMove\n  on: { cpr.moveRegistered: ${report} }\n`,
  '    moved: { type: final }\n',
  `    moved: { type: final }\n${end}`,
];

/** A journey that a report has moved. */
async function reported([from = '', to = '', last = '', more = '']: readonly string[]) {
  const world = await sampleWorld(main => main.replace(from, to).replace(last, more));
  const { stores, reader, clock } = world;
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const data = { person: 'anna', reference: 'FL-1', registeredOn: '2025-03-01' };
  await runtime.report({ authority: 'cpr', type: 'cpr.moveRegistered', id: '1', data, persons: ['anna'] });
  const feedback = new JourneyFeedback({ reader, feedback: stores.feedback, calendar: clock });
  return {
    status: async () => (await reader.view(record.id, 'anna')).status,
    isAsked: async () => feedback.isAsked(await reader.view(record.id, 'anna'), world.compiled(), 'anna'),
    give: () => feedback.give(record.id, 'anna', { score: 5 }),
  };
}

describe('how it went', () => {
  it('is asked where a journey has ended, though another may end by a loss', async () => {
    const lost = '    lost: { type: final, meta: { quiet: true } }\n';
    const { status, isAsked, give } = await reported(after('.moved', lost));
    expect(await status()).toBe('done');
    expect(await isAsked()).toBe(true);
    await give();
    expect(await isAsked()).toBe(false);
  });

  it('is not asked where a loss has ended it', async () => {
    const lost = '    lost: { type: final, meta: { quiet: true } }\n';
    const { status, isAsked, give } = await reported(after('.lost', lost));
    expect(await status()).toBe('done');
    expect(await isAsked()).toBe(false);
    await expect(give()).rejects.toMatchObject({ code: 'not-offered' });
  });

  it('is not asked where it has called itself off', async () => {
    const { status, isAsked } = await reported(after('{ actions: { undo: lost } }'));
    expect(await status()).toBe('cancelled');
    expect(await isAsked()).toBe(false);
  });

  it('is not asked, however it ended, where others go on after a loss', async () => {
    const lost =
      '    lost: { meta: { quiet: true, openEnded: It takes its time. }, on: { cpr.moveRegistered: moved } }\n';
    const { status, isAsked } = await reported(after('.moved', lost));
    expect(await status()).toBe('done');
    expect(await isAsked()).toBe(false);
  });
});
