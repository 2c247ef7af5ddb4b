import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DurableRun } from './durable-run.js';
import { parseScxml } from './scxml-document.js';
import { scxmlMachine, stateKey } from './scxml-machine.js';
import { EXCLUDED, SUITE } from './scxml-suite.js';

interface Expected {
  readonly initialConfiguration: readonly string[];
  readonly events: readonly {
    readonly after?: number;
    readonly event: { readonly name: string };
    readonly nextConfiguration: readonly string[];
  }[];
}

const framework = dirname(createRequire(import.meta.url).resolve('@scion-scxml/test-framework/package.json'));
const tests = Object.entries(SUITE).flatMap(([group, names]) => names.map(name => `${group}/${name}`));
const read = (test: string, kind: string) => readFileSync(join(framework, 'test', `${test}.${kind}`), 'utf8');
const machineOf = (test: string) => scxmlMachine(parseScxml(read(test, 'scxml')));
const keys = (ids: readonly string[]) => ids.map(stateKey).sort();

describe('the SCXML tests that XState passes with live actors', () => {
  it.each(tests.filter(test => !(test in EXCLUDED)))('%s', test => {
    const { initialConfiguration, events } = JSON.parse(read(test, 'json')) as Expected;
    const run = new DurableRun(machineOf(test));
    // The W3C documents run by themselves; what is expected of them at first is where another interpreter, which puts
    // off what a machine sends to itself, happens to be then.
    if (!events.length) run.finish();
    if (!events.length || !test.startsWith('w3c-ecma'))
      expect(run.configuration).toEqual(keys(initialConfiguration));
    for (const { after, event, nextConfiguration } of events) {
      if (after) run.elapse(after);
      run.send(event.name);
      expect(run.configuration).toEqual(keys(nextConfiguration));
    }
  });

  it('are 169, with no exclusion that is not among them', () => {
    expect(tests).toHaveLength(169);
    expect(Object.keys(EXCLUDED).filter(test => !tests.includes(test))).toEqual([]);
  });

  it.each(Object.keys(EXCLUDED))('%s is refused with an error that says why', test => {
    expect(() => new DurableRun(machineOf(test)).finish()).toThrow(
      /Unable to send event to actor '#_parent'|a function/,
    );
  });
});
