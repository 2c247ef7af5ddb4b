import { type DueStore, type Ring } from '#runtime';

/** All that is due, where both clocks tell the same. */
export interface DueWork {
  readonly dispatches: readonly Ring[];
  readonly journeys: readonly string[];
}

export async function dueWork(due: DueStore, ...given: Parameters<DueStore['dispatches']>): Promise<DueWork> {
  const [dispatches, journeys] = await Promise.all([due.dispatches(...given), due.journeys(...given)]);
  return { dispatches, journeys };
}
