import { createHash } from 'node:crypto';
import { MOVE, sampleWorld } from '../test/sample-runtime.js';
import { type KeyedDigest } from './ports.js';

const CPR = '0711924713';
const plain = (text: string): Buffer => createHash('sha256').update(text).digest();

/** As names were given before they were keyed. */
const UNKEYED: KeyedDigest = { of: async text => plain(text.slice(text.indexOf('\n') + 1)) };

async function asked(digests?: KeyedDigest) {
  const world = await sampleWorld();
  const runtime = world.runtime(digests ? { ...world.stores, digests } : world.stores);
  const start = { definition: 'moving', person: 'anna', key: CPR };
  const { record } = await runtime.start(start);
  const submission = {
    journey: record.id,
    person: 'anna',
    task: 'declareMove',
    event: 'submit',
    data: MOVE,
    key: CPR,
  };
  await runtime.submit(submission);
  const journal = await world.stores.journeys.journal(record.id);
  return { world, start, submission, journey: record.id, journal };
}

describe('a request with an Idempotency-Key', () => {
  it('leaves nothing that can be found by trying keys', async () => {
    const { journey, journal } = await asked();
    const digest = plain(`anna\n${CPR}`);
    expect(journal[1]?.origin).toMatch(/^request:[\w-]{43}$/);
    expect(journal[1]?.origin).not.toContain(digest.toString('base64url'));
    expect(journey.slice(0, 8)).not.toBe(digest.toString('hex').slice(0, 8));
  });

  it('is known again when it was recorded before names were keyed', async () => {
    const { world, start, submission, journey } = await asked(UNKEYED);
    const after = world.runtime();
    expect(await after.start(start)).toMatchObject({ created: false, record: { id: journey } });
    expect((await after.submit(submission)).version).toBe(2);
    await expect(after.submit({ ...submission, digest: 'another' })).rejects.toMatchObject({
      code: 'key-reused',
    });
  });
});
