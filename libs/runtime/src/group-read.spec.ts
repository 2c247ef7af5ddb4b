import { GroupRead } from './group-read.js';

/** A store whose reads end when the test says so. */
class HeldReads {
  readonly groups: (readonly string[])[] = [];
  readonly #release: ((error?: Error) => void)[] = [];

  read = (keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    this.groups.push(keys);
    return new Promise((resolve, reject) => {
      this.#release.push(error =>
        error
          ? reject(error)
          : resolve(new Map(keys.filter(key => key !== 'none').map(key => [key, `${key}!`]))),
      );
    });
  };

  release(error?: Error): void {
    this.#release.shift()!(error);
  }
}

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('GroupRead', () => {
  it('reads together what is asked for at the same time, each key once', async () => {
    const reads = new HeldReads();
    const group = new GroupRead(reads.read);
    const all = ['a', 'b', 'a', 'none'].map(key => group.get(key));
    await turn();
    expect(reads.groups).toEqual([['a', 'b', 'none']]);
    reads.release();
    expect(await Promise.all(all)).toEqual(['a!', 'b!', 'a!', undefined]);
  });

  it('begins a new read for what is asked for after one has begun, even for the same key', async () => {
    const reads = new HeldReads();
    const group = new GroupRead(reads.read, { lanes: 1, batch: 2 });
    const first = group.get('a');
    await turn();
    const rest = ['a', 'b', 'c'].map(key => group.get(key));
    await turn();
    expect(reads.groups).toEqual([['a']]);
    reads.release();
    await first;
    expect(reads.groups).toEqual([['a'], ['a', 'b']]);
    reads.release();
    await rest[1];
    reads.release();
    expect(await Promise.all(rest)).toEqual(['a!', 'b!', 'c!']);
  });

  it('tells everyone of a group when the store is away, and goes on with the next', async () => {
    const reads = new HeldReads();
    const group = new GroupRead(reads.read);
    const away = Promise.allSettled([group.get('a'), group.get('b')]);
    await turn();
    reads.release(new Error('away'));
    expect((await away).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = group.get('a');
    await turn();
    reads.release();
    expect(await next).toBe('a!');
  });

  it('turns those away who ask when too many wait', async () => {
    const reads = new HeldReads();
    const group = new GroupRead(reads.read, { lanes: 1, capacity: 1 });
    void group.get('a');
    await turn();
    void group.get('b');
    await expect(group.get('c')).rejects.toMatchObject({ name: 'RetryableError', retryAfter: 1_000 });
  });
});
