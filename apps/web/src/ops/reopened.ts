import { type OpsReopened } from '../rest/documents.js';

/** What has come of an order to try many anew. */
export type ReopenedCounts = Pick<OpsReopened, 'rung' | 'left' | 'underWay'>;

const COUNT = /^\d{1,9}$/;

/** So that the page which follows an order can say what has come of it. */
export function reopenedQuery({ rung, left, underWay }: ReopenedCounts): string {
  return `proevet=${rung}&tilbage=${left}&igang=${underWay}`;
}

/** @returns undefined unless an address says it */
export function reopenedIn(query: Readonly<Record<string, unknown>>): ReopenedCounts | undefined {
  const [rung, left, underWay] = ['proevet', 'tilbage', 'igang'].map(name => {
    const value = query[name];
    return typeof value === 'string' && COUNT.test(value) ? Number(value) : undefined;
  });
  return rung === undefined || left === undefined || underWay === undefined
    ? undefined
    : { rung, left, underWay };
}
