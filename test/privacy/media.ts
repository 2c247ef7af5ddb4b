import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { connected, postgresFolder } from '../support/index.js';
import { type Medium } from './search.js';

/** Every table of a database as its rows hold it: what is compressed on the disk, or not yet there, is read here. */
export async function tables(databaseUrl: string): Promise<readonly Medium[]> {
  return connected(databaseUrl, async client => {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    const media: Medium[] = [];
    for (const { name } of rows) {
      const content = await client.query<unknown[]>({ text: `select * from ${name}`, rowMode: 'array' });
      const cells = content.rows.flat().map(cell => {
        return Buffer.isBuffer(cell)
          ? cell
          : Buffer.from(typeof cell === 'string' ? cell : (JSON.stringify(cell) ?? ''));
      });
      media.push({ name: `table ${name}`, bytes: Buffer.concat(cells) });
    }
    return media;
  });
}

/** The files of a database on the disk, and what was written to the write-ahead log since `since` (milliseconds). */
export async function databaseFiles(databaseUrl: string, since: number): Promise<readonly Medium[]> {
  const oid = await connected(databaseUrl, async client => {
    await client.query('checkpoint');
    const { rows } = await client.query<{ oid: number }>(
      'select oid from pg_database where datname = current_database()',
    );
    return String(rows[0]?.oid);
  });
  const data = await files(join(postgresFolder(), 'base', oid));
  const log = await files(join(postgresFolder(), 'pg_wal'), since);
  return [...data, ...log];
}

/** What Redis keeps in memory, written out uncompressed, and every command that ever wrote to it. */
export async function redisFiles(url: string): Promise<readonly Medium[]> {
  const client = new Redis(url);
  try {
    await client.config('SET', 'rdbcompression', 'no');
    await client.save();
    const folder = ((await client.config('GET', 'dir')) as string[])[1] ?? '';
    return await files(folder);
  } finally {
    client.disconnect();
  }
}

/** What every client says to Redis from now on, what is only broadcast included. */
export async function redisTalk(url: string): Promise<{ medium(): Medium; close(): void }> {
  const client = new Redis(url);
  const monitor = await client.monitor();
  client.disconnect();
  const said: string[] = [];
  monitor.on('monitor', (_: string, words: readonly string[]) => void said.push(words.join(' ')));
  return {
    medium: () => ({ name: 'talk with Redis', bytes: Buffer.from(said.join('\n')) }),
    close: () => monitor.disconnect(),
  };
}

async function files(folder: string, since = 0): Promise<readonly Medium[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const media: Medium[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      if ((await stat(path)).mtimeMs >= since) media.push({ name: path, bytes: await readFile(path) });
    } catch {
      // Servers remove files of their own while we look.
    }
  }
  return media;
}
