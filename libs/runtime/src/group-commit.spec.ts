import { nextTick } from 'node:process';
import { promisify } from 'node:util';
import { GroupCommit, type GroupOptions } from './group-commit.js';
import { type Change, type CommitOutcome } from './ports.js';

const change = (journey: string) => ({ journey }) as Change;
const turn = promisify(nextTick);
const commitsTo = (store: HeldStore, options: GroupOptions = {}) =>
  new GroupCommit(store, () => undefined, options);

/** A store whose commits end when the test says so. */
class HeldStore {
  readonly groups: string[][] = [];
  readonly #release: ((outcomes?: readonly CommitOutcome[] | Error) => void)[] = [];

  commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]> {
    this.groups.push(changes.map(({ journey }) => journey));
    return new Promise((resolve, reject) => {
      this.#release.push(outcomes => {
        if (outcomes instanceof Error) reject(outcomes);
        else resolve(outcomes ?? changes.map(() => ({ kind: 'committed' })));
      });
    });
  }

  release(outcomes?: readonly CommitOutcome[] | Error): void {
    this.#release.shift()!(outcomes);
  }
}

describe('GroupCommit', () => {
  it('commits what comes in one turn together, at its end', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store);
    void commits.commit(change('a'));
    void commits.commit(change('b'));
    expect(store.groups).toEqual([]);
    await turn();
    expect(store.groups).toEqual([['a', 'b']]);
  });

  it('commits a full group at once', () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { batch: 2 });
    void commits.commit(change('a'));
    void commits.commit(change('b'));
    expect(store.groups).toEqual([['a', 'b']]);
  });

  it('tells what was committed, before those who wait for it go on', async () => {
    const told: string[] = [];
    const store = new HeldStore();
    const commits = new GroupCommit(store, changes =>
      told.push(changes.map(({ journey }) => journey).join()),
    );
    const all = ['a', 'b', 'c'].map(async journey => {
      await commits.commit(change(journey));
      told.push(`${journey} goes on`);
    });
    await turn();
    store.release([{ kind: 'committed' }, { kind: 'conflict' }, { kind: 'committed' }]);
    await Promise.all(all);
    expect(told).toEqual(['a,c', 'a goes on', 'b goes on', 'c goes on']);
  });

  it('gathers what arrives while every lane is busy into one group', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 1, batch: 3 });
    const all = [commits.commit(change('a'))];
    await turn();
    expect(store.groups).toEqual([['a']]);
    all.push(...['b', 'c', 'd', 'e'].map(journey => commits.commit(change(journey))));
    store.release();
    await all[0];
    expect(store.groups).toEqual([['a'], ['b', 'c', 'd']]);
    store.release();
    await all[3];
    expect(store.groups.at(-1)).toEqual(['e']);
    store.release();
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('prepares together those that must wait, once each', async () => {
    const prepared: string[][] = [];
    const store = Object.assign(new HeldStore(), {
      prepare: (changes: readonly Change[]) => prepared.push(changes.map(({ journey }) => journey)),
    });
    const commits = commitsTo(store, { lanes: 1, batch: 2 });
    const all = [commits.commit(change('a'))];
    await turn();
    all.push(...['b', 'c', 'd'].map(journey => commits.commit(change(journey))));
    await turn();
    await new Promise(setImmediate);
    all.push(commits.commit(change('e')));
    await turn();
    await new Promise(setImmediate);
    expect(prepared).toEqual([['b', 'c', 'd'], ['e']]);
    for (const last of [0, 2, 4]) {
      store.release();
      await all[last];
    }
    expect(store.groups).toEqual([['a'], ['b', 'c'], ['d', 'e']]);
  });

  it('sends the next group before those of the one before go on', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 1 });
    const groups = commits.commit(change('a')).then(() => store.groups.length);
    await turn();
    void commits.commit(change('b'));
    store.release();
    expect(await groups).toBe(2);
  });

  it('opens another lane for a full group only', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 2, batch: 2 });
    const all = [commits.commit(change('a'))];
    await turn();
    all.push(...['b', 'c', 'd', 'e'].map(journey => commits.commit(change(journey))));
    expect(store.groups).toEqual([['a'], ['b', 'c']]);
    store.release();
    await all[0];
    expect(store.groups.at(-1)).toEqual(['d', 'e']);
    store.release();
    store.release();
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('never has two changes of one journey under way, and keeps their order', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 2, batch: 2 });
    const first = commits.commit(change('a'));
    const second = commits.commit(change('a'));
    const beside = commits.commit(change('b'));
    expect(store.groups).toEqual([['a'], ['b']]);
    store.release();
    await first;
    store.release();
    await beside;
    expect(store.groups).toEqual([['a'], ['b'], ['a']]);
    store.release();
    await second;
  });

  it('gives each change its own outcome', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 1 });
    const first = commits.commit(change('a'));
    await turn();
    const rest = [commits.commit(change('b')), commits.commit(change('c'))];
    store.release();
    await first;
    store.release([{ kind: 'conflict' }, { kind: 'committed' }]);
    expect(await Promise.all(rest)).toEqual([{ kind: 'conflict' }, { kind: 'committed' }]);
  });

  it('tells every change of a group when the store is away, and goes on with the next', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 1 });
    const first = commits.commit(change('a'));
    await turn();
    store.release(new Error('away'));
    await expect(first).rejects.toThrow('away');
    const next = commits.commit(change('a'));
    await turn();
    store.release();
    expect(await next).toEqual({ kind: 'committed' });
  });

  it('turns callers away when too many wait', async () => {
    const store = new HeldStore();
    const commits = commitsTo(store, { lanes: 1, capacity: 1 });
    void commits.commit(change('a'));
    await turn();
    void commits.commit(change('b'));
    await expect(commits.commit(change('c'))).rejects.toMatchObject({
      name: 'RetryableError',
      retryAfter: 1_000,
    });
  });
});
