import { EnvironmentError, readEnvironment } from './environment.js';
import { PROCESS_VARIABLES, networks, port, url } from './variables.js';

const VARIABLES = {
  database: { name: 'DATABASE_URL', remedy: 'an address', read: url('postgres:') },
  port: { name: 'PORT', remedy: 'a port', read: port, absent: () => 3000 },
};

const faultsOf = (source: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readEnvironment(VARIABLES, source);
    return [];
  } catch (error) {
    return (error as EnvironmentError).faults;
  }
};

describe('readEnvironment', () => {
  it('reads what is there and fills in what may be absent', () => {
    const values = readEnvironment(VARIABLES, { DATABASE_URL: 'postgres://u:p@h/db', PORT: '' });
    expect(values).toEqual({ database: 'postgres://u:p@h/db', port: 3000 });
  });

  it('names every variable that is wrong, with its remedy, at once', () => {
    expect(faultsOf({ PORT: 'eighty' })).toEqual([
      'DATABASE_URL is missing. Set it to an address.',
      'PORT is malformed. Set it to a port.',
    ]);
  });

  it.each(['http://h/db', 'nonsense'])('refuses %p as the address of a database', text => {
    expect(faultsOf({ DATABASE_URL: text })).toHaveLength(1);
  });

  it.each(['-1', '65536', '1.5', '0x10'])('refuses %p as a port', text => {
    expect(faultsOf({ DATABASE_URL: 'postgres://h/db', PORT: text })).toHaveLength(1);
  });

  it.each(['{"a":""}', '{"a":"x"}', `{"a":"${'x'.repeat(31)}"}`, '[]', '{"a":5}'])(
    'refuses secrets that could be guessed: %s',
    text => {
      expect(PROCESS_VARIABLES.authoritySecrets.read(text)).toBeUndefined();
      const long = { cpr: 'x'.repeat(32) };
      expect(PROCESS_VARIABLES.authoritySecrets.read(JSON.stringify(long))).toEqual(long);
    },
  );
  it('reads networks, and nothing that is none', () => {
    expect(networks('10.0.0.1, 192.168.0.0/16,2001:db8::/32')).toEqual([
      '10.0.0.1',
      '192.168.0.0/16',
      '2001:db8::/32',
    ]);
    for (const text of ['proxy', '10.0.0.0/33', '10.0.0', '10.0.0.1,', '10.0.0.0/8/8', '::1/129']) {
      expect(networks(text)).toBeUndefined();
    }
  });

  it('never shows a value', () => {
    const source = {
      DATABASE_URL: 'postgres://h/db',
      AUTHORITIES_URL: 'http://h',
      AUTHORITY_SECRETS: '{"a":"hunter2"}',
    };
    expect(() => readEnvironment(PROCESS_VARIABLES, source)).toThrow(
      /AUTHORITY_SECRETS is malformed(?!.*hunter2)/s,
    );
  });
});
