import { createHash, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type pg from 'pg';
import { connected } from './connected.js';
import { POSTGRES_FOLDER, POSTGRES_URL } from './shared-servers.js';

export interface FreshDatabase {
  /** Connection string, of a superuser. */
  readonly url: string;
  /** Closes whatever connections are left and removes the database. */
  drop(): Promise<void>;
}

/** An empty database of its own, on the Postgres that this run of tests started. */
export function freshDatabase(): Promise<FreshDatabase> {
  return asAdmin(admin => createDatabase(admin));
}

/**
 * *Template database*: a copy of a database that is filled once in a run of tests, by whoever asks for it first.
 *
 * @param name of what it is filled with
 * @param fill fills an empty database, and leaves no connection to it open
 */
export function copiedDatabase(name: string, fill: (url: string) => Promise<void>): Promise<FreshDatabase> {
  const template = `template_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  return asAdmin(async admin => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [template]);
    const known = await admin.query('select from pg_database where datname = $1', [template]);
    if (known.rowCount === 0) {
      const filled = await createDatabase(admin);
      await fill(filled.url);
      await admin.query(`alter database ${new URL(filled.url).pathname.slice(1)} rename to ${template}`);
    }
    await admin.query('select pg_advisory_unlock(hashtext($1))', [template]);
    return createDatabase(admin, template);
  });
}

async function createDatabase(admin: pg.Client, template = 'template1'): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Without waiting for the disk, to copy files takes a third of the time that going through the log does.
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(environment(POSTGRES_URL));
  url.pathname = name;
  const drop = () =>
    asAdmin(async other => void (await other.query(`drop database if exists ${name} with (force)`)));
  return { url: url.href, drop };
}

/** Folder with the raw data files of all databases of this run. */
export function postgresFolder(): string {
  return environment(POSTGRES_FOLDER);
}

/** A folder for temporary files, which is removed when this run of tests ends, however it ends. */
export function runFolder(): string {
  return dirname(postgresFolder());
}

function asAdmin<T>(act: (admin: pg.Client) => Promise<T>): Promise<T> {
  return connected(environment(POSTGRES_URL), act);
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(
      `${name} is not set: run tests with jest, whose globalSetup starts Postgres and sets it.`,
    );
  }
  return value;
}
