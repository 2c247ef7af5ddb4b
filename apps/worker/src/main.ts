import 'reflect-metadata';
import { assembleFrom } from '#assembly';
import { runProcess } from '#settings';
import { createWorkerApp } from './create-worker-app.js';
import { workerEnvironment } from './environment.js';

await runProcess('worker', async () => {
  const values = workerEnvironment(process.env);
  const assembly = await assembleFrom('worker', values);
  try {
    const app = await createWorkerApp(assembly, values);
    return {
      address: app.address,
      close: async () => {
        await app.close();
        await assembly.close();
      },
    };
  } catch (error) {
    await assembly.close();
    throw error;
  }
});
