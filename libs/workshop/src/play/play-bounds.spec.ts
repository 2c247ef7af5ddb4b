import { DefinitionError, readJourney } from '#journey';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { playJourney } from './play-journey.js';

const SCENARIO = 'name: Waiting\nstart: 2025-03-01\nsteps: [{ wait: P9000Y }]';

function play(machine: string, scenario = SCENARIO) {
  const main = `id: waiting\neffective: 2025-01-01\nmachine: ${machine}`;
  return playJourney(readJourney({ '2025-01-01.yaml': main, 'scenarios/x.yaml': scenario }), sampleCatalogue);
}

function failure(machine: string): string | undefined {
  return play(machine).results[0]?.failures[0]?.message;
}

describe('a journey that never comes to rest', () => {
  it.each([
    [
      'a timer of no time',
      '{ initial: a, states: { a: { after: { PT0S: { target: a, reenter: true } } } } }',
    ],
    [
      'two timers of no time',
      '{ initial: a, states: { a: { after: { PT0S: b } }, b: { after: { PT0S: a } } } }',
    ],
  ])('because of %s is told to lead in a circle', (_what, machine) => {
    expect(failure(machine)).toMatch(/^Waiting, .*: Time stands still/);
  });

  it('because of a timer of a second is told to take too many steps', () => {
    const machine = '{ initial: a, states: { a: { after: { PT1S: { target: a, reenter: true } } } } }';
    expect(failure(machine)).toMatch(/^Waiting, .*: More than 4,000 things have happened/);
  });

  it('because of transitions that are always taken ends as a failed one', () => {
    const { results } = play(
      '{ initial: a, states: { a: { after: { P1D: b } }, b: { always: c }, c: { always: b } } }',
    );
    expect(results).toHaveLength(1);
  });
});

function machineOf(states: number): string {
  const each = Array.from({ length: states }, (_, index) => `s${index}: {}`);
  return `{ initial: s0, states: { ${each.join(', ')} } }`;
}

it('a machine with more states than can be played is refused', () => {
  expect(failure(machineOf(2_100))).toBe('Waiting: The machine has 2,101 states; 2,000 can be played.');
});

it('a definition beyond the bounds of the check is not run', () => {
  expect(() => play(machineOf(11_000))).toThrow(DefinitionError);
});
