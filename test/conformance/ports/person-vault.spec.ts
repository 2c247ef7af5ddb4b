import { randomUUID } from 'node:crypto';
import { InvariantError } from '#runtime';
import { describeStores } from './store-adapters.js';

describeStores('PersonVault in $name', (stores, elsewhere) => {
  it('always gives the same person for a number, and the number for the person', async () => {
    const { persons } = stores;
    const ane = await persons.personOf('0101900002');
    const bo = await persons.personOf('0202900003');
    expect(ane).not.toBe(bo);
    expect(ane).not.toContain('0101900002');
    expect(await elsewhere().persons.personOf('0101900002')).toBe(ane);
    expect(await elsewhere().persons.cprOf(ane)).toBe('0101900002');
    expect(await persons.cprOf(bo)).toBe('0202900003');
  });

  it('gives one person when a number is met for the first time in many places at once', async () => {
    const everywhere = [stores, elsewhere()];
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, i) => everywhere[i % 2]!.persons.personOf('0303900001')),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('gives the persons of many numbers at once, known and new, each once', async () => {
    const { persons } = stores;
    const ane = await persons.personOf('0101900002');
    const numbers = ['0404900001', '0101900002', '0404900002', '0404900001'];
    const given = await persons.personsOf(numbers);
    expect([...given.keys()].sort()).toEqual(['0101900002', '0404900001', '0404900002']);
    expect(given.get('0101900002')).toBe(ane);
    expect(new Set(given.values()).size).toBe(3);
    for (const [cpr, person] of given) expect(await persons.cprOf(person)).toBe(cpr);
    expect(await elsewhere().persons.personsOf(numbers)).toEqual(given);
    expect(await persons.personsOf([])).toEqual(new Map());
  });

  it('gives one person for each number when many are added crosswise at once', async () => {
    const numbers = Array.from({ length: 50 }, (_, i) => `05059000${String(i).padStart(2, '0')}`);
    const everywhere = [stores, elsewhere()];
    const given = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        everywhere[i % 2]!.persons.personsOf(i % 2 ? numbers : [...numbers].reverse()),
      ),
    );
    for (const each of given)
      for (const number of numbers) expect(each.get(number)).toBe(given[0]!.get(number));
  });

  it.each([randomUUID(), 'nobody'])('refuses a person it does not know: %s', async person => {
    const asked = stores.persons.cprOf(person);
    await expect(asked).rejects.toThrow(InvariantError);
    await expect(asked).rejects.toMatchObject({
      code: 'unknown-person',
      message: expect.stringContaining(person) as string,
    });
  });
});
