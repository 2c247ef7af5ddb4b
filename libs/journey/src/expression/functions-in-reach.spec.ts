import { ExpressionEnvironment } from './expression-environment.js';
import { functionsInReach } from './functions-in-reach.js';

const environment = new ExpressionEnvironment({
  roles: {},
  facts: {
    day: { kind: 'date' },
    streets: { kind: 'list', of: { kind: 'string' } },
    home: { kind: 'object', fields: { street: { type: { kind: 'string' }, optional: true } } },
  },
  parameters: {},
});

/** What may be written for a word of a signature. */
const WRITTEN: Readonly<Record<string, string>> = {
  date: 'day',
  period: "period('P14D')",
  timestamp: 'now',
  string: "'Vej'",
  bool: 'true',
  int: '1',
  double: '1.5',
  list: 'streets',
  name: 'home.street',
  item: 'item',
  condition: "item != ''",
  value: "'Vej'",
};

/** A call that gives a function something of the right type for all that its signature asks for. */
function callOf(signature: string): string {
  const [, receiver = '', name = '', asked = ''] = /^(?:(\w+)\.)?(\w+)\((.*)\): /.exec(signature) ?? [];
  const args = asked.split(', ').map(word => WRITTEN[word] ?? word);
  const optional = ['of', 'none'].includes(name) ? 'optional' : 'home.?street';
  const on = receiver === 'optional' ? optional : (WRITTEN[receiver] ?? receiver);
  return `${on && `${on}.`}${name}(${args.join(', ')})`;
}

test.each(functionsInReach().map(({ signature, description }) => [signature, description]))(
  '%s can be written, and is described',
  (signature, description) => {
    expect(environment.compile(callOf(signature))).toMatchObject({ ok: true });
    expect(description).toMatch(/^[A-Z].*\.$/);
  },
);

test('functions of our own and of CEL, in order of their names', () => {
  const names = functionsInReach().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['age', 'appealDeadline', 'filter', 'has', 'period']));
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
  expect(names).not.toContain('matches');
});
