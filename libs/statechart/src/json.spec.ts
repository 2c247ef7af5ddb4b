import { runInNewContext } from 'node:vm';
import { plainJson } from './json.js';

const circle: { list: unknown[] } = { list: [] };
circle.list.push(circle);

class Case {
  open = true;
}

describe('plainJson', () => {
  it('gives back what is plain already, the very same', () => {
    const value = { text: 'a', list: [1, { deep: null }], flag: false };
    expect(plainJson(value, 'context')).toBe(value);
  });

  it('leaves out what is undefined, and leaves the original alone', () => {
    const kept = { b: 1 };
    const value = { gone: undefined, kept, list: [{ gone: undefined, a: 1 }] };
    const plain = plainJson(value, 'context') as unknown as typeof value;
    expect(Object.keys(plain)).toEqual(['kept', 'list']);
    expect(plain).toStrictEqual({ kept: { b: 1 }, list: [{ a: 1 }] });
    expect(plain.kept).toBe(kept);
    expect('gone' in value).toBe(true);
  });

  it('does not look again into what has not changed since', () => {
    const looked: string[] = [];
    const watched = {
      get seen() {
        looked.push('x');
        return 1;
      },
    };
    const before = { watched, n: 1 };
    plainJson({ ...before, n: 2 }, 'context', before);
    expect(looked).toEqual([]);
    plainJson({ ...before, n: 2 }, 'context');
    expect(looked).not.toEqual([]);
  });

  it('takes plain objects of another realm', () => {
    const value: unknown = runInNewContext('({ a: [1] })');
    expect(JSON.stringify(plainJson(value, 'context'))).toBe('{"a":[1]}');
  });

  it('gives -0 as 0, wherever it is', () => {
    const plain = plainJson({ n: -0, list: [-0] }, 'context', { n: 0, list: [0] });
    expect(plain).toStrictEqual({ n: 0, list: [0] });
  });

  it('lets no property become a prototype', () => {
    const form = JSON.parse('{"__proto__":{"admin":true}}') as Record<string, unknown>;
    const plain = plainJson({ form: Object.defineProperty(form, 'gone', { enumerable: true }) }, 'context');
    expect(JSON.stringify(plain)).toBe('{"form":{"__proto__":{"admin":true}}}');
    expect((plain as { form: { admin?: boolean } }).form.admin).toBeUndefined();
  });

  it('takes an object that is in two places', () => {
    const twice = { a: 1 };
    expect(plainJson([twice, { twice }], 'context')).toEqual([{ a: 1 }, { twice: { a: 1 } }]);
  });

  it.each<[string, unknown, string]>([
    ['undefined in a list', { list: [1, undefined] }, 'context.list[1] holds undefined'],
    ['a hole in a list', { list: Object.assign([], { length: 1 }) }, 'context.list[0] holds undefined'],
    ['NaN', { n: NaN }, 'context.n holds NaN'],
    ['an infinity', { n: -Infinity }, 'context.n holds -Infinity'],
    ['a date', { due: { at: new Date(0) } }, 'context.due.at holds an instance of Date'],
    ['a map', new Map(), 'context holds an instance of Map'],
    ['a function', { f: () => 1 }, 'context.f holds a function'],
    ['a symbol', { s: Symbol('s') }, 'context.s holds a symbol'],
    ['a bigint', { n: 1n }, 'context.n holds a bigint'],
    ['a class instance', new Case(), 'context holds an instance of Case'],
    [
      'a property named by a symbol',
      { a: { [Symbol('s')]: 1 } },
      'context.a holds a property named by a symbol',
    ],
    ['a circle', circle, 'context.list[0] holds an object that it is itself part of'],
  ])('refuses %s and says where it is', (_, value, message) => {
    expect(() => plainJson(value, 'context')).toThrow(
      expect.objectContaining({ code: 'notJson', message: expect.stringContaining(message) as string }),
    );
  });
});
