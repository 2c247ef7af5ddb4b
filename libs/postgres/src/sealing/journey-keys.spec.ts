import { randomBytes, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { InvariantError } from '#runtime';
import { JourneyKeys } from './journey-keys.js';
import { MasterKeys } from './master-keys.js';

const [older, newer] = [randomBytes(32), randomBytes(32)];
const journey = randomUUID();

function unsealable(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(InvariantError);
    expect((error as InvariantError).code).toBe('unsealable');
    expect((error as InvariantError).message).toContain(journey);
    return (error as InvariantError).message;
  }
  throw new Error('it was opened');
}

describe('keys of journeys', () => {
  const keys = new JourneyKeys(new MasterKeys([newer]));
  const key = keys.make(journey);

  it.each([null, 'æøå', { facts: { city: 'Ærøskøbing' } }, 'x'.repeat(100_000)])(
    'opens what it has sealed',
    value => {
      const sealed = key.seal('state/1', value);
      expect(sealed.includes('Ærøskøbing')).toBe(false);
      expect(keys.unwrap(journey, key.wrapped).open('state/1', sealed)).toEqual(value);
    },
  );

  it('never seals the same twice in the same way', () => {
    expect(key.seal('state/1', 'x')).not.toEqual(key.seal('state/1', 'x'));
  });

  it('packs what is large and repeats itself', () => {
    expect(key.seal('state/1', 'abc '.repeat(10_000)).length).toBeLessThan(1_000);
  });

  it('opens nothing at another place, so that sealed data cannot change places', () => {
    const sealed = key.seal('journal/4', { a: 1 });
    expect(unsealable(() => key.open('journal/5', sealed))).toContain('journal/5');
    expect(unsealable(() => key.open('state/4', sealed))).toContain('state/4');
  });

  it('opens nothing of another journey', () => {
    const other = keys.make(randomUUID());
    expect(() => other.open('state/1', key.seal('state/1', 1))).toThrow(/is not what was sealed there/);
    unsealable(() => keys.unwrap(journey, other.wrapped));
  });

  it.each([0, 12, 20, -1])('opens nothing that was tampered with (byte %d)', at => {
    const sealed = key.seal('state/1', { city: 'Ribe' });
    const i = at < 0 ? sealed.length + at : at;
    sealed[i] = sealed[i]! ^ 1;
    unsealable(() => key.open('state/1', sealed));
  });

  it.each([0, 5, 28])('opens nothing that was cut to %d bytes', length => {
    unsealable(() => key.open('state/1', key.seal('state/1', 'x').subarray(0, length)));
  });

  it('says that the data of a journey without a key have been erased', () => {
    expect(unsealable(() => keys.unwrap(journey, null))).toMatch(/have been erased/);
    expect(keys.kept(journey)).toBeUndefined();
  });

  it('keeps no more keys than it may', () => {
    const few = new JourneyKeys(new MasterKeys([newer]), 2);
    const ids = [1, 2, 3].map(() => randomUUID());
    for (const id of ids) few.unwrap(id, few.make(id).wrapped);
    expect(ids.map(id => few.kept(id) !== undefined)).toEqual([false, true, true]);
  });
});

describe('master keys', () => {
  it('go on opening what an older one has wrapped, and wrap with the first', () => {
    const before = new JourneyKeys(new MasterKeys([older])).make(journey);
    const rotated = new JourneyKeys(new MasterKeys([newer, older]));
    const sealed = before.seal('state/1', 'x');
    expect(rotated.unwrap(journey, before.wrapped).open('state/1', sealed)).toBe('x');
    const after = rotated.make(journey);
    expect(new JourneyKeys(new MasterKeys([newer])).unwrap(journey, after.wrapped).wrapped).toEqual(
      after.wrapped,
    );
  });

  it('say which one is missing, and what to do', () => {
    const { wrapped } = new JourneyKeys(new MasterKeys([older])).make(journey);
    const message = unsealable(() => new JourneyKeys(new MasterKeys([newer])).unwrap(journey, wrapped));
    expect(message).toMatch(/it needs master key [0-9a-f]{8}, .* add that key behind the first/);
  });

  it('give keys that tell nothing when they are printed, or by purpose', () => {
    const masterKeys = new MasterKeys([newer]);
    const [one, other] = ['one', 'other'].map(purpose => masterKeys.derived(purpose)[0]!);
    expect(one!.equals(masterKeys.derived('one')[0]!)).toBe(true);
    expect(one!.equals(other!)).toBe(false);
    expect(inspect([one, masterKeys], { depth: null, showHidden: true })).not.toMatch(/([0-9a-f]{2} ){8}/);
    expect(JSON.stringify(one)).toBe('{}');
  });

  it('are read from MASTER_KEY', () => {
    const text = [newer, older].map(bytes => bytes.toString('base64')).join(', ');
    const { wrapped } = new JourneyKeys(new MasterKeys([older])).make(journey);
    expect(() => new JourneyKeys(MasterKeys.parse(text)).unwrap(journey, wrapped)).not.toThrow();
  });

  it.each([
    ['', 1],
    ['short', 1],
    [randomBytes(31).toString('base64'), 1],
    [`${newer.toString('base64')},${randomBytes(33).toString('base64')}`, 2],
    [newer.toString('hex'), 1],
  ])('refuse %j, naming the key', (text, number) => {
    const message = new RegExp(`^MASTER_KEY: key ${number} is not 32 bytes in base64; make one with`);
    expect(() => MasterKeys.parse(text)).toThrow(message);
    if (text.length > 8) expect(() => MasterKeys.parse(text)).not.toThrow(text);
  });
});
