import { createLogger } from './log.js';

describe('createLogger', () => {
  let lines: string[];
  const log = () => createLogger({ process: 'api', level: 'info' }, { write: line => void lines.push(line) });

  beforeEach(() => {
    lines = [];
  });

  it('strikes out credentials and content, however deep they were put by mistake', () => {
    log().info({ authorization: 'Bearer abc', req: { headers: { cookie: 'c=1' }, body: { x: 1 } } }, 'hello');
    expect(lines.join()).not.toMatch(/Bearer abc|c=1|"x"/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ process: 'api', msg: 'hello' });
  });

  it('strikes CPR numbers out of errors and their causes, and leaves out other properties', () => {
    const cause = new Error('for 0101901234');
    const error = Object.assign(new Error('no person 010190-1234', { cause }), {
      code: 'gone',
      detail: 'Key (cpr)=(1)',
    });
    log().error({ err: error }, 'failed');
    expect(lines.join()).not.toMatch(/010190|Key \(cpr\)/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: 'gone', message: 'no person [cpr]' } });
  });

  it('leaves out the values that Postgres repeats when it does not take them', () => {
    const refused = Object.assign(new Error('invalid input syntax for type uuid: "Strandvejen 8"'), {
      code: '22P02',
    });
    log().error({ err: new Error('not stored', { cause: refused }) }, 'failed');
    expect(lines.join()).not.toContain('Strandvejen');
    expect(lines.join()).toContain('invalid input syntax for type uuid');
  });
});
