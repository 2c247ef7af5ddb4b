// An api or a worker that is killed at the moment it would ring for what it has just committed.
// Arguments: `api` or `worker`; `ring` (for dispatches) or `wake` (for timers).
import 'reflect-metadata';
import { assembleFrom } from '#assembly';
import { runProcess } from '#settings';
import { JourneyRuntime } from '#runtime';
import { createApiApp } from '../../../dist/apps/api/src/create-api-app.js';
import { apiEnvironment } from '../../../dist/apps/api/src/environment.js';
import { createWorkerApp } from '../../../dist/apps/worker/src/create-worker-app.js';
import { workerEnvironment } from '../../../dist/apps/worker/src/environment.js';

const [, , kind, bell] = process.argv;

await runProcess(kind, async () => {
  const values = (kind === 'api' ? apiEnvironment : workerEnvironment)(process.env);
  const assembly = await assembleFrom(kind, values);
  const { stores, definitions, journeys, doorbell, announcements, alerts, clock } = assembly;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const runtime = new JourneyRuntime({
    journeys,
    dispatches: stores.dispatches,
    drafts: stores.drafts,
    definitions,
    doorbell: {
      ring: async rings => (bell === 'ring' ? die() : doorbell.ring(rings)),
      wake: async timers => (bell === 'wake' ? die() : doorbell.wake(timers)),
    },
    announcer: announcements,
    digests: stores.digests,
    alerts,
    clock,
  });
  const parts = { ...assembly, runtime };
  if (kind === 'worker') return createWorkerApp(parts, values);
  const { host, port, issuer, audience, jwksUrl } = values;
  const trusted = { issuer, audience, keys: new URL(jwksUrl) };
  return createApiApp(parts, { issuer: trusted, host, port, limits: values });
});
