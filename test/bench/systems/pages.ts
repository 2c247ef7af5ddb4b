import { startWeb } from '../../../apps/web/src/start-web.js';
import { WebModule } from '../../../apps/web/src/web.module.js';
import { heldSession } from '../../../apps/web/test/held-session.js';
import { type BenchSettings, HOST, startBenchApi } from './start-bench-api.js';

const DEFINITION = 'moving';

/** An API and the faces before it in one process, with the real journeys and nobody who works on them. */
export async function open(settings: BenchSettings) {
  const api = await startBenchApi(settings, { journeys: '../../../journeys/' });
  const { runtime, person, token, logger } = api;
  const faces = WebModule.forRoot({ apiUrl: api.address, session: heldSession(() => token()), logger });
  const web = await startWeb(faces, logger, { host: HOST, port: 0 });
  const { record } = await runtime.start({ definition: DEFINITION, person });
  const requests = {
    page: { url: `${web.address}/forloeb/${record.id}`, headers: { cookie: 'visitor=anna' } },
    document: {
      url: `${api.address}/v1/journeys/${record.id}`,
      headers: { authorization: `Bearer ${await token()}` },
    },
  };

  return {
    /** One after the other: milliseconds from request to the whole response. */
    look: async ({ at, times }: { at: keyof typeof requests; times: number }) => {
      const { url, headers } = requests[at];
      const taken: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const began = performance.now();
        const response = await fetch(url, { headers });
        await response.arrayBuffer();
        taken.push(performance.now() - began);
        if (!response.ok) throw new Error(`${url} gave ${response.status}`);
      }
      return taken;
    },
  };
}
