import { copyJourneys } from '../support/copy-journeys.js';
import { type Overgang } from './overgang.js';

/** So many journeys are started as they are; the others are copies of them. */
const REAL = 1_000;

/** Fills a database with journeys that wait for a citizen, each with a timer that is due in 30 days. */
export async function crowd(overgang: Overgang, count: number): Promise<void> {
  const real = Math.min(count, REAL);
  await overgang.process.tell('populate', { journeys: real });
  await overgang.connected(async client => {
    await copyJourneys(client, Math.floor(count / real) - 1);
    await client.query('checkpoint');
  });
}
