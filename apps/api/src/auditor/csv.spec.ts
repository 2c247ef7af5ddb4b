import { csv } from './csv.js';

describe('comma-separated values', () => {
  it('are quoted, whatever is in them', () => {
    expect(
      csv([
        ['a', 'b "c", d'],
        ['line\nbreak', ''],
      ]),
    ).toBe('"a","b ""c"", d"\r\n"line\nbreak",""\r\n');
  });

  it.each(['=1+1', '+45 12', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1'])(
    'are never a formula: %j',
    text => {
      expect(csv([[text]])).toBe(`"'${text}"\r\n`);
    },
  );

  it('are left as they are where they are none', () => {
    expect(csv([['ops:6f1d', '2026-03-01T12:00:00Z', 'a = b']])).toBe(
      '"ops:6f1d","2026-03-01T12:00:00Z","a = b"\r\n',
    );
  });
});
