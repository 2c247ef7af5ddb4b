import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connected } from '../support/index.js';
import { type HostileWorld } from './hostile-world.js';

const BETWEEN = 300;
/** Looks that may find the same work left. */
const SAME_LOOKS = 60;
/** Milliseconds. */
const MOMENT = 5_000;

interface Left {
  readonly what: string;
  readonly parked: string | null;
}

/**
 * Waits until nothing is under way any more, with ops resuming what is paused and retrying what was given up.
 *
 * @throws Error naming what does not come to an end
 */
export async function untilAtRest(world: HostileWorld): Promise<void> {
  for (const { parts } of world.authorities.simulations.all()) parts.knobs.set({});
  for (const { id } of world.catalogue.authorities()) await order(world, `authorities/${id}/resume`);
  await connected(world.databaseUrl, async client => {
    let before = '';
    let same = 0;
    for (;;) {
      const left = await look(client);
      if (left.length === 0) return;
      for (const { parked } of left) if (parked !== null) await order(world, `dispatches/${parked}/retry`);
      const now = left.map(({ what }) => what).join('\n');
      same = now === before ? same + 1 : 0;
      before = now;
      if (same > SAME_LOOKS) throw new Error(`This does not come to an end:\n${now}`);
      await sleep(BETWEEN);
    }
  });
}

/** What is not done and waits for nobody but us. */
async function look(client: pg.Client): Promise<readonly Left[]> {
  const { rows } = await client.query<Left>(
    `select journey_id || '-' || seq || ' ' || service || ' ' || status as what,
            case when status = 'parked' then journey_id || '-' || seq end as parked
       from dispatch where status in ('pending', 'accepted', 'parked')
     union all
     select journey_id || ' timer ' || seq, null from timer where due_at <= $1
     union all
     select journey_id || ' ' || status, null from journey where status = 'cancelling'`,
    [new Date(Date.now() + MOMENT)],
  );
  return rows;
}

async function order({ api, ops }: HostileWorld, what: string): Promise<void> {
  const headers = { ...ops.headers, 'content-type': 'application/json' };
  const body = JSON.stringify({ reason: 'for this test' });
  await fetch(`${api.address}/v1/ops/${what}`, { method: 'POST', headers, body });
}
