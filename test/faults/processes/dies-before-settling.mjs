// A worker that is killed when an authority has answered it, before it can settle the answer.
// Argument: the service whose answer it does not survive.
import 'reflect-metadata';
import { assembleFrom } from '#assembly';
import { runProcess } from '#settings';
import { createWorkerApp } from '../../../dist/apps/worker/src/create-worker-app.js';
import { workerEnvironment } from '../../../dist/apps/worker/src/environment.js';

const [, , service] = process.argv;

await runProcess('worker', async () => {
  const values = workerEnvironment(process.env);
  const assembly = await assembleFrom('worker', values);
  const authorities = {
    async call(request, signal) {
      const reply = await assembly.authorities.call(request, signal);
      if (request.service === service) process.kill(process.pid, 'SIGKILL');
      return reply;
    },
  };
  return createWorkerApp({ ...assembly, authorities }, values);
});
