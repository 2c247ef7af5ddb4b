// A worker that is killed when an authority has answered it, before it can settle the answer.
// Argument: the service whose answer it does not survive.
import 'reflect-metadata';
import { AuthorityClient } from '#authorities';
import { runProcess } from '#settings';
import { createLogger } from '#telemetry';
import { workerEnvironment } from '../../../dist/apps/worker/src/environment.js';
import { startWorker } from '../../../dist/apps/worker/src/start-worker.js';
import { WorkerRootModule } from '../../../dist/apps/worker/src/worker-root.module.js';

const [, , service] = process.argv;

const { call } = AuthorityClient.prototype;
AuthorityClient.prototype.call = async function (request, signal) {
  const reply = await call.call(this, request, signal);
  if (request.service === service) process.kill(process.pid, 'SIGKILL');
  return reply;
};

await runProcess('worker', () => {
  const values = workerEnvironment(process.env);
  const logger = createLogger({ process: 'worker', level: values.logLevel });
  return startWorker(WorkerRootModule.forRoot(values, logger), logger, values);
});
