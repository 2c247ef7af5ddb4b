import { type FreshDatabase } from '../../../test/support/index.js';
import { migratedDatabase } from '../../../test/support/migrated-database.js';
import { commitStatement } from './commit-statement.js';
import { type Database, openDatabase } from './database.js';

const EVERYTHING = commitStatement(
  new Set(['moving', 'starting', 'asking', 'timing', 'telling', 'clearing']),
);

describe('the plan of the commit', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  // While the tables are empty, scanning them would seem cheapest; the plan must be right for a million rows all the same.
  it('finds every row by its whole primary key, even before there is anything to find', async () => {
    const { rows } = await database.byKey.query<{ 'QUERY PLAN': string }>(
      `explain (generic_plan, costs off) ${EVERYTHING.text}`,
    );
    // Names are numbered where several parts use the same one; the partitions of a table differ in their number alone.
    const plan = rows.map(row => row['QUERY PLAN'].trim().replace(/_\d+(?=_|\b)/g, ''));
    const scans = plan.filter(line => /Scan/.test(line) && !/(CTE|Function|Subquery) Scan/.test(line));
    expect([...new Set(scans.map(line => line.replace(/^-> +/, '')))].sort()).toEqual([
      'Index Scan using dispatch_pkey on dispatch d',
      'Index Scan using journey_pkey on journey j',
      'Index Scan using timer_pkey on timer t',
    ]);
    expect([...new Set(plan.filter(line => line.startsWith('Index Cond:')))].sort()).toEqual([
      'Index Cond: ((journey_id = c.journey) AND (seq = c.seq))',
      'Index Cond: ((journey_id = e.journey) AND (seq = e.seq))',
      'Index Cond: (journey_id = c.journey)',
    ]);
  });
});
