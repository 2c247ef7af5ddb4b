import { format } from 'prettier';
import { compileJourney, formatDiagnostic, readJourney } from '#journey';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { sampleFiles } from '../../../journey/test/sample-journey.js';
import { soundDefinition } from '../check/sound-definition.js';
import { playJourney } from './play-journey.js';
import { type Move, Walk } from './walk.js';
import { writeScenario } from './write-scenario.js';

const files = Object.fromEntries(
  Object.entries(sampleFiles).filter(([file]) => !file.startsWith('scenarios/')),
);
const [definition] = readJourney(files).definitions;
if (!definition) throw new Error('no definition');
const journey = compileJourney(soundDefinition(definition, sampleCatalogue));
const begun = { journey, start: Date.parse('2025-03-01T09:00:00Z'), applicant: 'anna' };

const MOVE = { date: '2025-03-10', address: { street: 'Vej 1, "st."', postcode: '8000' } };
const declare: Move = { kind: 'submit', task: 'declareMove', as: 'anna', event: 'submit', data: MOVE };

/** How a scenario goes in the journey's folder: what failed, and whether the formatter would change it. */
async function played(text: string) {
  const folder = readJourney({ ...files, 'scenarios/walked.yaml': text });
  const { results, diagnostics } = playJourney(folder, sampleCatalogue);
  const failures = [...diagnostics, ...results.flatMap(result => result.failures)];
  const options = { parser: 'yaml', singleQuote: true, printWidth: 110 } as const;
  return { failures: failures.map(fault => formatDiagnostic(fault)), formatted: await format(text, options) };
}

describe('a walk', () => {
  it('goes a step back, and on from there another way', () => {
    const walk = new Walk(begun, [declare]);
    const [asked] = walk.player.waits().dispatches;
    walk.make({ kind: 'refuse', seq: asked?.seq ?? 0, service: 'cpr.registerMove', code: 'unknownAddress' });
    const refused = walk.player.journey.activePaths(walk.player.state);
    expect(refused).toContain('underWay.population.underReview');
    expect(walk.back()).toBe(true);
    expect(walk.player.waits().dispatches.map(({ service }) => service)).toEqual(['cpr.registerMove']);
    expect(walk.forward()).toBe(true);
    expect(walk.player.journey.activePaths(walk.player.state)).toEqual(refused);
    walk.back();
    walk.make({ kind: 'skip', seq: asked?.seq ?? 0, service: 'cpr.registerMove' });
    expect(walk.player.journey.activePaths(walk.player.state)).toContain('underWay.population.protected');
    expect(walk.forward()).toBe(false);
    walk.back();
    walk.back();
    expect(walk.player.tasks().map(({ task }) => task)).toEqual(['declareMove']);
    expect(walk.back()).toBe(false);
  });

  it('stays where it is while it looks ahead', () => {
    const walk = new Walk(begun);
    expect(walk.after(declare)?.waits().dispatches).toHaveLength(1);
    expect(walk.after({ kind: 'wait', for: 'soon' })).toBeUndefined();
    expect(walk.taken).toHaveLength(1);
    expect(walk.make({ ...declare, data: { date: 'x' } })?.code).toBe('invalid');
    expect(() => walk.make({ kind: 'cancel', as: 'eve' })).toThrow('eve may not cancel now.');
    expect(walk.taken).toHaveLength(1);
  });
});

describe('a walk kept as a scenario', () => {
  it.each<[string, Move[]]>([
    ['answered', [declare, answer('cpr.registerMove', { reference: "Anna's", registeredOn: '2025-03-02' })]],
    ['never answered', [declare, { kind: 'wait', for: 'next' }, { kind: 'wait', for: 'P40D' }]],
    ['refused', [declare, { kind: 'refuse', seq: 1, service: 'cpr.registerMove', code: 'unknownAddress' }]],
    [
      'left alone',
      [
        { kind: 'wait', for: 'P29D' },
        { kind: 'wait', for: '2025-04-05' },
      ],
    ],
    ['cancelled', [declare, { kind: 'cancel', as: 'anna' }]],
  ])('holds, and is laid out as the formatter wants it: %s', async (name, moves) => {
    const walk = new Walk(begun);
    for (const move of moves) {
      const seq = walk.player.waits().dispatches[0]?.seq ?? 0;
      expect(walk.make('seq' in move ? { ...move, seq } : move)).toBeUndefined();
    }
    const text = writeScenario(walk, { name: `Anna's move: ${name}` });
    const { failures, formatted } = await played(text);
    expect(failures).toEqual([]);
    expect(text).toBe(formatted);
    expect(text).toContain('messages:');
  });

  it('fails when the journey tells something else', async () => {
    const walk = new Walk(begun, [{ kind: 'wait', for: 'P29D' }]);
    const text = writeScenario(walk, { name: 'Told otherwise' }).replace(
      'text: reminder',
      'text: benefitLapsed',
    );
    expect((await played(text)).failures.join()).toContain('Expected the message');
  });
});

function answer(service: string, value: object): Move {
  return { kind: 'answer', seq: 0, service, answer: value as never };
}
