import { type SeededRandom } from '../support/index.js';
import { type Figures } from './figures.js';
import { type HostileClient } from './hostile-client.js';
import { jsonOf, type Shot } from './shot.js';

/**
 * Sends one request several times at once. With an Idempotency-Key all of them are the same request: one effect, and everybody who is
 * answered with success is told of the same. With an If-Match alone one of them wins.
 */
export async function fireDoubles(
  shot: Shot,
  client: HostileClient,
  figures: Figures,
  random: SeededRandom,
): Promise<void> {
  const key = `double-${random.whole(0, 0xffffffff)}-${random.whole(0, 0xffffffff)}`;
  const guarded = typeof shot.headers['if-match'] === 'string' && random.happens(0.5);
  const { 'idempotency-key': _, 'if-match': expects, ...headers } = shot.headers;
  const named = guarded ? { ...headers, 'if-match': expects! } : { ...headers, 'idempotency-key': key };
  const double: Shot = { ...shot, headers: named };
  const answers = await Promise.all(Array.from({ length: random.whole(2, 6) }, () => client.fire(double)));
  const done = answers.filter(answer => answer !== undefined && answer.status < 300);
  if (guarded && done.length > 1)
    figures.fault(`${done.length} of those who expected the same version won`, shot.path, double);
  if (!guarded && done.length > 0 && done.length < answers.length)
    figures.fault('was done, and refused when it was sent again', shot.path, double);
  const journeys = new Set(
    done.map(answer => (jsonOf(answer!.text) as { readonly id?: string } | undefined)?.id),
  );
  if (journeys.size > 1) figures.fault(`one key, and ${journeys.size} journeys`, shot.path, double);
}
