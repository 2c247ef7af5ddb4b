import { RequestError } from '#runtime';
import { type SimulatedProcess } from './simulated-process.js';
import { type World } from './world.js';

/** What came back: `refused` is final, `unknown` says nothing about whether it was done. */
export type Response<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** How long a client waits for a response. */
const PATIENCE = 30_000;

/** Somebody outside asks one of the APIs over the network: the request or the response may be lost, or come late. */
export function request<T>(
  world: World,
  label: string,
  handle: (api: SimulatedProcess) => Promise<T>,
): Promise<Response<T>> {
  const { scheduler, wire, random } = world;
  return new Promise(answer => {
    const client = { name: label, alive: true };
    const resolve = (response: Response<T>) => {
      client.alive = false;
      answer(response);
    };
    scheduler.at(scheduler.now + PATIENCE, {
      label: `${label} is waited for no longer`,
      of: client,
      run: () => resolve({ kind: 'unknown' }),
    });
    if (random.happens(wire.weather.lost)) return;
    wire.send({
      label,
      run: () => {
        const apis = world.alive('api');
        if (apis.length === 0) return resolve({ kind: 'unknown' });
        const api = random.pick(apis);
        const respond = (response: Response<T>) => {
          if (random.happens(wire.weather.lost)) return;
          wire.send({
            label: `${label} by ${api.name}: ${words(response)}`,
            of: api,
            run: () => resolve(response),
          });
        };
        handle(api).then(
          value => respond({ kind: 'done', value }),
          (error: unknown) =>
            respond(
              error instanceof RequestError ? { kind: 'refused', code: error.code } : { kind: 'unknown' },
            ),
        );
      },
    });
  });
}

/** Asks again, a few times, while nobody says what became of it. */
export async function insist<T>(
  world: World,
  label: string,
  handle: (api: SimulatedProcess) => Promise<T>,
  times: number,
): Promise<Response<T>> {
  let response: Response<T> = { kind: 'unknown' };
  for (let time = 0; time < times && response.kind === 'unknown'; time += 1) {
    if (time > 0) await world.scheduler.sleep(world.random.whole(100, 20_000), `${label} again`);
    response = await request(world, label, handle);
  }
  return response;
}

function words<T>(response: Response<T>): string {
  return response.kind === 'refused' ? `refused ${response.code}` : response.kind;
}
