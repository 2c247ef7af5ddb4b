import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { readMigrations } from './migrations.js';

describe('reading migrations', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(`${tmpdir()}/migrations-`);
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(...names: string[]) {
    for (const name of names) await writeFile(`${folder}/${name}`, `-- ${name}`);
    return readMigrations(pathToFileURL(`${folder}/`));
  }

  it('gives them in order, with a digest', async () => {
    const migrations = await read('0002-b.sql', '0001-a.sql', 'README.md');
    expect(migrations.map(({ number, name, sql }) => [number, name, sql])).toEqual([
      [1, '0001-a.sql', '-- 0001-a.sql'],
      [2, '0002-b.sql', '-- 0002-b.sql'],
    ]);
    expect(migrations[0]!.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(migrations[0]!.digest).not.toBe(migrations[1]!.digest);
  });

  it.each([
    [['0001-a.sql', '0001-b.sql'], '0001-b.sql', '0002'],
    [['0001-a.sql', '0003-b.sql'], '0003-b.sql', '0002'],
    [['0001-a.sql', 'later.sql'], 'later.sql', '0002'],
    [['1-a.sql'], '1-a.sql', '0001'],
  ])('refuses %j', async (names, wrong, number) => {
    await expect(read(...names)).rejects.toThrow(
      `migrations/${wrong}: expected a file named ${number}-<words>.sql`,
    );
  });
});
