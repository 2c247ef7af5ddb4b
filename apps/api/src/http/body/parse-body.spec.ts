import { parseBody } from './parse-body.js';

const parse = (text: string, encoding: BufferEncoding = 'utf8') => parseBody(Buffer.from(text, encoding));

describe('the body of a request', () => {
  it.each(['{"a":[1,"æ",null]}', '[]', '{}', '\ufeff{"a":1}'])('%s', text => {
    expect(parse(text)).toEqual(JSON.parse(text.replace('\ufeff', '')));
  });

  it('that is none', () => {
    expect(parse('')).toBeUndefined();
  });

  it.each([
    '{"a":',
    '"text"',
    '7',
    'null',
    '{"a":"\\u0000"}',
    '{"\\ud800":1}',
    '{"__proto__":{}}',
    `${'['.repeat(40)}${']'.repeat(40)}`,
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ])('is refused as %.20s', text => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'malformed-json' }));
  });

  it('is refused in bytes that are no UTF-8, rather than changed', () => {
    expect(() => parse('{"a":"\xe6"}', 'latin1')).toThrow(
      expect.objectContaining({ code: 'malformed-json' }),
    );
  });
});
