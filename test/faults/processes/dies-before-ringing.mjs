// An api or a worker that is killed at the moment it would ring for what it has just committed.
// Arguments: `api` or `worker`; `ring` (for dispatches) or `wake` (for timers).
import 'reflect-metadata';
import { Doorbell, JourneyRuntime, RuntimeModule } from '#runtime';
import { runProcess } from '#settings';
import { createLogger } from '#telemetry';
import { ApiRootModule } from '../../../dist/apps/api/src/api-root.module.js';
import { apiEnvironment } from '../../../dist/apps/api/src/environment.js';
import { startApi } from '../../../dist/apps/api/src/start-api.js';
import { workerEnvironment } from '../../../dist/apps/worker/src/environment.js';
import { startWorker } from '../../../dist/apps/worker/src/start-worker.js';
import { WorkerRootModule } from '../../../dist/apps/worker/src/worker-root.module.js';

const [, , kind, bell] = process.argv;

await runProcess(kind, () => {
  const isApi = kind === 'api';
  const values = (isApi ? apiEnvironment : workerEnvironment)(process.env);
  const logger = createLogger({ process: kind, level: values.logLevel });
  const root = (isApi ? ApiRootModule : WorkerRootModule).forRoot(values, logger);
  const imports = root.imports.map(module =>
    module.module === RuntimeModule ? deadlyRuntime(module) : module,
  );
  return (isApi ? startApi : startWorker)({ ...root, imports }, logger, values);
});

/** The runtime's module with another doorbell for the runtime alone: the relay keeps its own. */
function deadlyRuntime(module) {
  const providers = module.providers.map(provider => {
    if (provider.provide !== JourneyRuntime) return provider;
    const position = provider.inject.indexOf(Doorbell);
    return {
      ...provider,
      useFactory: (...parts) => provider.useFactory(...parts.with(position, deadly(parts[position]))),
    };
  });
  return { ...module, providers, exports: providers };
}

function deadly(doorbell) {
  const die = () => process.kill(process.pid, 'SIGKILL');
  return {
    ring: async rings => (bell === 'ring' ? die() : doorbell.ring(rings)),
    wake: async timers => (bell === 'wake' ? die() : doorbell.wake(timers)),
  };
}
