import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { advance } from '#statechart';
import { randomMachine } from './random-machine.js';
import { recordRuns, stepsOf, type StoredRun } from './stored-run.js';

/**
 * States live in stores for years and outlive the version of XState that made them. Each file holds runs that the
 * version it is named after made. Before XState is replaced, `UPDATE_STORED_STATES=1` writes those of the version
 * that goes, unless they are there.
 */
const folder = join(import.meta.dirname, 'stored-states');
const { version } = createRequire(import.meta.url)('xstate/package.json') as { version: string };
const current = join(folder, `${version}.jsonl`);
if (process.env.UPDATE_STORED_STATES && !existsSync(current)) {
  writeFileSync(
    current,
    recordRuns(16, 1)
      .map(run => `${JSON.stringify(run)}\n`)
      .join(''),
  );
}
const files = readdirSync(folder);
const runsIn = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as StoredRun);
const stepsIn = (file: string) =>
  runsIn(file).flatMap(run => stepsOf(run).map(step => ({ ...step, machine: randomMachine(run.plan) })));

describe('states stored by another version of XState', () => {
  it.each(files)('%s are continued to the same states and effects', file => {
    const steps = stepsIn(file);
    for (const { machine, before, step } of steps) {
      const { state, effects } = advance(machine, before, step.stimulus, step.at);
      expect({ state, effects }).toEqual({ state: step.state, effects: step.effects });
    }
  });

  it.each(files)('%s hold everything that depends on how XState numbers and names things', file => {
    const states = stepsIn(file).map(({ before }) => before);
    expect(states.filter(({ order }) => order).length).toBeGreaterThan(5);
    expect(states.filter(({ history }) => history).length).toBeGreaterThan(5);
    expect(states.filter(({ timers }) => Object.keys(timers).length).length).toBeGreaterThan(5);
    expect(states.filter(({ dispatches }) => Object.keys(dispatches).length).length).toBeGreaterThan(5);
  });
});
