import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileErasureList } from '../../../apps/worker/src/file-erasure-list.js';
import { type Erasure, type ErasureList } from '#runtime';
import { MemoryErasureList } from '../../../libs/runtime/src/memory/index.js';

const folder = await mkdtemp(join(tmpdir(), 'overgang-erasures-'));
const path = join(folder, 'erasures.jsonl');
afterAll(() => rm(folder, { recursive: true }));

const line = (id: string): Erasure => ({ kind: 'journey', id, at: 1_748_772_000_123, reason: 'request' });

async function all(list: ErasureList): Promise<readonly Erasure[]> {
  const read: Erasure[] = [];
  for await (const erasure of list.read()) read.push(erasure);
  return read;
}

describe.each([
  { name: 'memory', list: new MemoryErasureList() },
  { name: 'a file', list: new FileErasureList(path) },
])('ErasureList in $name', ({ list }) => {
  it('gives back what was appended, oldest first', async () => {
    expect(await all(list)).toEqual([]);
    await list.append(line('a'));
    await list.append({ ...line('b'), kind: 'person', reason: 'order' });
    expect(await all(list)).toEqual([line('a'), { ...line('b'), kind: 'person', reason: 'order' }]);
  });
});

describe('a file of erasures', () => {
  const list = new FileErasureList(path);

  it('holds ids and codes only', async () => {
    const [first] = (await readFile(path, 'utf8')).split('\n');
    expect(first).toBe('{"kind":"journey","id":"a","at":"2025-06-01T10:00:00.123Z","reason":"request"}');
  });

  it('is read in another process, and takes lines from several at once', async () => {
    const several = ['c', 'd', 'e'].map(id => new FileErasureList(path).append(line(id)));
    await Promise.all(several);
    const ids = (await all(new FileErasureList(path))).map(({ id }) => id);
    expect(ids.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('passes over a line that was cut short, and none after it', async () => {
    const before = await all(list);
    await appendFile(path, '{"kind":"journey","id":"cut');
    await list.append(line('after'));
    expect(await all(list)).toEqual([...before, line('after')]);
  });
});
