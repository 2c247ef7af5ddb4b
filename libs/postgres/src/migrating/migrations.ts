import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export interface Migration {
  readonly number: number;
  /** File name, e.g. `0001-journey.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, in hex. */
  readonly digest: string;
}

const FOLDER = new URL('../../migrations/', import.meta.url);
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * The migrations of this program, in order.
 *
 * @throws Error when a file is not named `NNNN-words.sql` or the numbers do not count up from 1
 */
export async function readMigrations(folder: URL = FOLDER): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, i) => {
      const number = Number(NAME.exec(name)?.[1]);
      if (number !== i + 1) {
        throw new Error(
          `migrations/${name}: expected a file named ${String(i + 1).padStart(4, '0')}-<words>.sql`,
        );
      }
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { number, name, sql, digest: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
