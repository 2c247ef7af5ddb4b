import { readJourney } from '#journey';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { sampleFiles as files } from '../../../journey/test/sample-journey.js';
import { examplePlay } from './example-play.js';

const journey = Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('scenarios/')));
const SHORT = 'name: Given up\nsteps:\n  - wait: P30D\n    expect: { done: true }\n';
const LONG = SHORT.replace('- wait: P30D', '- wait: P1D\n  - wait: P30D');

function exampleOf(scenarios: Readonly<Record<string, string>>) {
  const named = Object.entries(scenarios).map(([name, text]) => [`scenarios/${name}.yaml`, text]);
  const folder = readJourney({ ...journey, ...Object.fromEntries(named) });
  return examplePlay(folder, folder.definitions.at(-1)!, sampleCatalogue);
}

describe('the example of a journey', () => {
  it('is the scenario that shows it, and without one the shortest', () => {
    expect(exampleOf({ long: LONG, short: SHORT })?.scenario).toBe('scenarios/short.yaml');
    expect(exampleOf({ long: `demo: true\n${LONG}`, short: SHORT })?.scenario).toBe('scenarios/long.yaml');
  });

  it('never goes otherwise than written, never stops half-way, and is nobody’s refusal', () => {
    const wrong = SHORT.replace('done: true', 'done: false');
    const halfway = 'name: Half-way\nsteps:\n  - wait: P1D\n';
    const cancelled = 'name: Cancelled\nsteps:\n  - cancel: anna\n';
    expect(exampleOf({ wrong, halfway, cancelled })).toBeUndefined();
  });

  it('leaves out what was not accepted', () => {
    const tried = `demo: true\n${SHORT.replace(
      '  - wait',
      '  - submit: { task: declareMove, data: {} }\n    expect: { refused: invalid }\n  - wait',
    )}`;
    expect(exampleOf({ tried })?.steps.map(({ move }) => move?.kind)).toEqual([undefined, 'wait']);
  });
});
