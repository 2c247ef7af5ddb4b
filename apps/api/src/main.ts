import 'reflect-metadata';
import { assembleFrom } from '#assembly';
import { runProcess } from '#settings';
import { createApiApp } from './create-api-app.js';
import { apiEnvironment } from './environment.js';

await runProcess('api', async () => {
  const values = apiEnvironment(process.env);
  const assembly = await assembleFrom('api', values);
  try {
    const { host, port, issuer, audience, jwksUrl, maxTokenAge, assurance } = values;
    const { metricsToken, publicUrl } = values;
    const { mostRequests, mostConnections, mostConnectionsPerAddress, trustedProxies, checkSeconds } = values;
    const app = await createApiApp(assembly, {
      issuer: { issuer, audience, keys: new URL(jwksUrl), maxAge: maxTokenAge, assurance },
      host,
      port,
      metricsToken,
      publicUrl,
      mostRequests,
      mostConnections,
      mostConnectionsPerAddress,
      limits: values,
      trustedProxies,
      checkSeconds,
    });
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
