import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runFolder, until } from '../../../../test/support/index.js';
import { startPostgres, type EmbeddedPostgres } from './postgres.js';

const SETTINGS = { shared_buffers: '16MB', fsync: 'off' };
const started: EmbeddedPostgres[] = [];

async function start(folder?: string): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({
    database: 'overgang',
    settings: SETTINGS,
    ...(folder ? { folder } : {}),
  });
  started.push(postgres);
  return postgres;
}

async function query(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the server is killed on purpose
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows[0];
  } finally {
    await client.end();
  }
}

const newFolder = (): string => join(runFolder(), `standalone-${randomUUID()}`);

afterEach(async () => {
  await Promise.all(started.splice(0).map(postgres => postgres.stop()));
});

describe('embedded Postgres', () => {
  it('keeps what was committed when it is stopped and started', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    await first.stop(); // twice does no harm
    const second = await start(folder);
    expect(await query(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('keeps what was committed when it is killed, whatever process has its number now', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toContain('SIGKILL');
    const lockFile = join(first.dataFolder, 'postmaster.pid');
    const left = readFileSync(lockFile, 'utf8');
    writeFileSync(lockFile, left.replace(/^\d+/, String(process.pid)));
    const second = await start(folder);
    expect(await query(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('refuses to be the second server of a folder, and says what to do', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await expect(start(folder)).rejects.toThrow(
      new RegExp(`Another Postgres \\(process ${first.pid}\\) serves .*: another Overgang runs from here`),
    );
    expect(await query(first.url, 'select 1 as still_there')).toEqual({ still_there: 1 });
  });

  it('refuses the data of another version of Postgres, and says what to do', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '12\n');
    await expect(start(folder)).rejects.toThrow(
      /was made by Postgres 12, this is Postgres \d+: move the folder away/,
    );
  });

  it('begins anew after a first start that was cut short', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data.new', 'half'), { recursive: true });
    const { url } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('leaves nothing behind when it was temporary', async () => {
    const postgres = await start();
    expect(existsSync(postgres.dataFolder)).toBe(true);
    await postgres.stop();
    expect(existsSync(postgres.dataFolder)).toBe(false);
  });

  it('lets in only who knows its password, which only its user can read', async () => {
    const { url, dataFolder } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataFolder, '..', 'password')).mode & 0o077).toBe(0);
  });

  it('says why when Postgres does not start', async () => {
    await expect(
      startPostgres({ database: 'overgang', settings: { shared_buffers: 'plenty' } }),
    ).rejects.toThrow(/Postgres .* ended .*shared_buffers/s);
  });

  it('tells when it ends by itself', async () => {
    const postgres = await start();
    let ended: string | undefined;
    void postgres.ended.then(how => (ended = how));
    process.kill(postgres.pid, 'SIGQUIT');
    await until(() => ended, 'Postgres to end');
  });
});
