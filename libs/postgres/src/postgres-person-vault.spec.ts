import { randomBytes } from 'node:crypto';
import { type KyselyPlugin } from 'kysely';
import { type FreshDatabase } from '../../../test/support/index.js';
import { migratedDatabase } from '../../../test/support/migrated-database.js';
import { type Database, openDatabase } from './database.js';
import { PostgresPersonVault } from './postgres-person-vault.js';
import { CprSeal } from './sealing/cpr-seal.js';
import { MasterKeys } from './sealing/master-keys.js';

describe('the persons of many numbers', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let statements: string[];
  const [older, newer] = [randomBytes(32), randomBytes(32)];
  const numbers = Array.from({ length: 100 }, (_, i) => `060690${String(i).padStart(4, '0')}`);

  /** A vault that says which statements it makes. */
  function vaultUnder(...keys: readonly Buffer[]): PostgresPersonVault {
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        statements.push(node.kind);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const counted = { ...database, kysely: database.kysely.withPlugin(counting) };
    return new PostgresPersonVault(counted, new CprSeal(new MasterKeys(keys)));
  }

  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url });
  });
  beforeEach(() => {
    statements = [];
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('take one look-up, and one insert for those who are new', async () => {
    const vault = vaultUnder(older);
    const some = await vault.personsOf(numbers.slice(0, 50));
    expect(statements).toEqual(['SelectQueryNode', 'InsertQueryNode']);
    const all = await vault.personsOf(numbers);
    expect(statements.slice(2)).toEqual(['SelectQueryNode', 'InsertQueryNode']);
    expect(new Map([...all].slice(0, 50))).toEqual(some);
    expect(await vault.personsOf(numbers)).toEqual(all);
    expect(statements.slice(4)).toEqual(['SelectQueryNode']);
  });

  it('are the same under a new master key, and moved to it', async () => {
    const before = await vaultUnder(older).personsOf(numbers);
    expect(await vaultUnder(newer, older).personsOf(numbers)).toEqual(before);
    expect(await vaultUnder(newer).personsOf(numbers)).toEqual(before);
  });
});
