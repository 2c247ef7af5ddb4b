import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { EntryIds } from './entry-ids.js';

const JOURNEY = '0195a6c0-0000-7000-8000-000000000001';
const ANNA = '0195a6c0-0000-7000-8000-00000000000a';
const BO = '0195a6c0-0000-7000-8000-00000000000b';

const freshKey = (): KeyObject => createSecretKey(randomBytes(32));

describe('entry ids', () => {
  const key = freshKey();
  const ids = new EntryIds([key]);

  it('say the number to whoever has the key, and to nobody else', () => {
    for (const seq of [0, 1, 99, 4_294_967_295]) {
      const id = ids.idOf(JOURNEY, ANNA, seq);
      expect(id).toMatch(/^[\w-]{22}$/);
      expect(ids.seqOf(JOURNEY, ANNA, id)).toBe(seq);
      expect(new EntryIds([key]).idOf(JOURNEY, ANNA, seq)).toBe(id);
      expect(new EntryIds([freshKey()]).seqOf(JOURNEY, ANNA, id)).toBeUndefined();
    }
  });

  it('are the same for many numbers at once, in any order', () => {
    const idOf = ids.idsFor(JOURNEY, ANNA);
    for (const seq of [7, 4_294_967_295, 0, 7]) expect(idOf(seq)).toBe(ids.idOf(JOURNEY, ANNA, seq));
    expect(ids.idsFor(JOURNEY, BO)(7)).not.toBe(idOf(7));
  });

  it('are good for one reader of one journey', () => {
    const id = ids.idOf(JOURNEY, ANNA, 7);
    expect(ids.idOf(JOURNEY, BO, 7)).not.toBe(id);
    expect(ids.seqOf(JOURNEY, BO, id)).toBeUndefined();
    expect(ids.seqOf(BO, ANNA, id)).toBeUndefined();
  });

  it('are still read under a master key that another has followed', () => {
    const id = ids.idOf(JOURNEY, ANNA, 7);
    expect(new EntryIds([freshKey(), key]).seqOf(JOURNEY, ANNA, id)).toBe(7);
  });

  it.each(['', '7', 'x'.repeat(22), 'é'.repeat(22), 'a'.repeat(23)])('are not made up: %j', id => {
    expect(ids.seqOf(JOURNEY, ANNA, id)).toBeUndefined();
  });
});
