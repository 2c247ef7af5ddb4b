import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import pg from 'pg';
import { POSTGRES_FOLDER, POSTGRES_URL } from './shared-servers.js';

export interface FreshDatabase {
  /** Connection string, of a superuser. */
  readonly url: string;
  /** Closes whatever connections are left and removes the database. */
  drop(): Promise<void>;
}

/** An empty database of its own, on the Postgres that this run of tests started. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(environment(POSTGRES_URL));
  url.pathname = name;
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

/** Folder with the raw data files of all databases of this run. */
export function postgresFolder(): string {
  return environment(POSTGRES_FOLDER);
}

/** A folder for temporary files, which is removed when this run of tests ends, however it ends. */
export function runFolder(): string {
  return dirname(postgresFolder());
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: environment(POSTGRES_URL) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
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
