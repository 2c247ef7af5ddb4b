import { type AuditFilter } from '#runtime';
import pg from 'pg';
import { type FreshDatabase } from '../../../test/support/index.js';
import { migratedDatabase } from '../../../test/support/migrated-database.js';
import { tellPlans, toldPlans } from '../../../test/support/told-plans.js';
import { type Database, openDatabase } from './database.js';
import { PostgresAuditLog } from './postgres-audit-log.js';

/** So many entries that to read them all is seen to be dearer than to look some up. */
const ENTRIES = 20_000;
const MINUTE = 60_000;
const FIRST = Date.UTC(2026, 0, 1);
const at = (entry: number): number => FIRST + entry * MINUTE;
const CASE = '00000000-0000-4000-8000-000000000007';
const SHORT = { from: at(9_000), before: at(9_100) };

describe('with many entries, the audit trail', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let log: PostgresAuditLog;
  let plans: string[];

  beforeAll(async () => {
    fresh = await migratedDatabase();
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    await client.query(
      `insert into audit (at, actor, action, subjects)
       select to_timestamp($2::double precision + i * 60),
         case when i % 500 = 0 then 'designer:anna' when i % 10 = 0 then 'ops:' || i % 40 else 'caseworker:' || i % 300 end,
         case when i % 500 = 0 then 'definition-published' when i % 10 = 0 then 'journey-read' else 'assisted-look' end,
         array['00000000-0000-4000-8000-' || lpad((i % 4000)::text, 12, '0')]
       from generate_series(1, $1::integer) i`,
      [ENTRIES, FIRST / 1_000],
    );
    await client.query('analyze audit');
    await tellPlans(client, fresh.url);
    await client.end();
    database = openDatabase({ url: fresh.url });
    log = new PostgresAuditLog(database);
    plans = toldPlans(database.pool);
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const planOf = async (filter: Omit<AuditFilter, 'limit'>): Promise<string> => {
    await log.page({ ...filter, limit: 51 });
    return plans.splice(0).join('\n');
  };

  const LATER = { at: at(9_050), id: '9050' };

  it.each<[string, string, Omit<AuditFilter, 'limit'>]>([
    ['whole', 'at', {}],
    ['before a day', 'at', { before: at(9_000) }],
    ['since a day', 'at', { from: at(900) }],
    ['by role', 'role', { role: 'ops' }],
    ['by action', 'action', { action: 'journey-read' }],
    ['by role and period', '(role|at)', { role: 'ops', from: at(900), before: at(9_900) }],
    ['by action and period', '(action|at)', { action: 'journey-read', from: at(900), before: at(9_900) }],
  ])('%s is read in the order of an index, audit_%s, on every page', async (_, index, filter) => {
    for (const after of [undefined, LATER]) {
      const plan = await planOf({ ...filter, ...(after && { after }) });
      expect(plan).toMatch(new RegExp(`Index Scan Backward using audit_${index} on audit`));
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });

  // Whether few are found in their order, or sorted once they are found, comes to the same.
  it.each<[string, string, Omit<AuditFilter, 'limit'>]>([
    ['by a short period', 'at', SHORT],
    ['by actor', 'actor', { actor: 'ops:20' }],
    ['by an actor who did nothing', 'actor', { actor: 'ops:nobody' }],
    ['by a role in which little was done', 'role', { role: 'designer' }],
    ['by a role in which nothing was done', 'role', { role: 'approver' }],
    ['by an action that is rare', 'action', { action: 'definition-published' }],
    ['by an action that never happened', 'action', { action: 'chains-verified' }],
    ['by role and action', '(role|action)', { role: 'ops', action: 'journey-read' }],
    ['by role and a short period', '(role|at)', { role: 'ops', ...SHORT }],
    ['by action and a short period', '(action|at)', { action: 'journey-read', ...SHORT }],
    ['by actor and action', '(actor|action)', { actor: 'ops:20', action: 'definition-published' }],
    ['by subject', 'subjects', { subject: CASE }],
  ])('%s is looked up in an index, audit_%s, on every page', async (_, index, filter) => {
    for (const after of [undefined, LATER]) {
      const plan = await planOf({ ...filter, ...(after && { after }) });
      expect(plan).toMatch(new RegExp(`Index Scan (Backward using|on) audit_${index}\\b`));
      expect(plan).not.toMatch(/Seq Scan|audit_pkey/);
    }
  });
});
