import { seededRandom } from './index.js';

describe('seededRandom', () => {
  const numbers = (seed: number, name?: string): readonly number[] => {
    const random = name === undefined ? seededRandom(seed) : seededRandom(seed).branch(name);
    return Array.from({ length: 100 }, () => random.next());
  };

  it('is the same for the same seed and branch, and another for any other', () => {
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    expect(numbers(7, 'faults')).toEqual(numbers(7, 'faults'));
    expect(numbers(7, 'faults')).not.toEqual(numbers(7, 'citizens'));
    expect(numbers(7, 'faults')).not.toEqual(numbers(8, 'faults'));
  });

  it('gives a branch that does not depend on how often the trunk was asked', () => {
    const asked = seededRandom(7);
    asked.next();
    expect(asked.branch('faults').next()).toBe(seededRandom(7).branch('faults').next());
  });

  it('stays within bounds and reaches them', () => {
    const random = seededRandom(1);
    const drawn = new Set(Array.from({ length: 300 }, () => random.whole(-1, 2)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
    expect(numbers(3).every(number => number >= 0 && number < 1)).toBe(true);
  });

  it('picks and shuffles what there is', () => {
    const random = seededRandom(5);
    const items = ['a', 'b', 'c', 'd'];
    expect(new Set(Array.from({ length: 100 }, () => random.pick(items)))).toEqual(new Set(items));
    expect(random.shuffled(items).sort()).toEqual(items);
    expect(() => random.pick([])).toThrow('nothing to pick');
  });
});
