import { fileURLToPath } from 'node:url';
import {
  compileJourney,
  endedStimulus,
  filesOf,
  type JourneyFiles,
  type JourneyState,
  readJourney,
  readJourneyFolder,
} from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { soundDefinition } from '../check/sound-definition.js';
import { drawMermaid } from '../draw/mermaid.js';
import { toDrawing } from '../draw/drawing.js';
import { checkWhole } from '../whole/check-whole.js';
import { playJourney } from './play-journey.js';
import { Walk } from './walk.js';
import { writeScenario } from './write-scenario.js';

const catalogue = fixtureCatalogue();
const files = await readJourneyFolder(fileURLToPath(new URL('../../test/care-home/', import.meta.url)));
const begun = Date.parse('2025-03-01T09:00:00Z');

function compiled(changed: JourneyFiles = files) {
  const [definition] = readJourney(changed).definitions;
  if (!definition) throw new Error('The journey has no version.');
  return compileJourney(soundDefinition(definition, catalogue));
}

const stored = (state: JourneyState) => JSON.parse(JSON.stringify(state)) as JourneyState;

test('a journey that starts another, is offered and differs from place to place holds', () => {
  const { diagnostics, definitions } = checkWhole('care-home', files, catalogue);
  expect(diagnostics.filter(({ code }) => code !== 'not-walked')).toEqual([]);
  expect(definitions).toHaveLength(1);
});

describe('a started journey', () => {
  function started() {
    const journey = compiled();
    const walk = new Walk({ journey, start: begun, applicant: 'anna' });
    walk.make({
      kind: 'submit',
      task: 'applying',
      as: 'anna',
      event: 'apply',
      data: { municipality: '0101' },
    });
    const [asked] = walk.player.waits().dispatches;
    walk.make({
      kind: 'answer',
      seq: asked?.seq ?? 0,
      service: 'kommune.findCareHome',
      answer: { home: 'Kløvermarken 2', from: '2025-04-01' },
    });
    return { journey, walk };
  }

  test('is an effect with a number, and is waited for', () => {
    const { journey, walk } = started();
    const accepted = journey.accept(
      walk.player.state,
      { person: 'anna', task: 'offered', event: 'accept' },
      begun,
    );
    if (accepted.kind === 'refused') throw new Error(accepted.message);
    const { state, effects } = journey.step(walk.player.state, accepted.stimulus, begun);
    expect(effects.filter(({ type }) => type === 'starts')).toEqual([
      {
        type: 'starts',
        number: 1,
        journey: 'moving',
        person: 'anna',
        given: { date: '2025-04-01', children: 0 },
      },
    ]);
    expect(journey.waits(stored(state)).journeys).toEqual([
      { step: 'movingIn', name: 'move', journey: 'moving', number: 1 },
    ]);
    expect(journey.startedJourneys()).toEqual(['moving']);
    // The end of another journey than the one that is waited for changes nothing.
    const other = journey.step(stored(state), endedStimulus(7, 'done'), begun);
    expect(journey.activePaths(other.state)).toEqual(['movingIn']);
    const ended = journey.step(stored(other.state), endedStimulus(1, 'notNeeded'), begun);
    expect(journey.activePaths(ended.state)).toEqual(['byHand']);
    expect(journey.endOf(ended.state)).toBe('refused');
  });

  test('that has ended before it is joined is not waited for', () => {
    const early = files['2025-01-01.yaml']?.replace(
      'actions: { starts: moving, as: move, with: { date: = home.from, children: 0 } }',
      '',
    );
    const journey = compiled({
      ...files,
      '2025-01-01.yaml':
        early?.replace(
          'actions: { remember: home } }',
          'actions: [{ remember: home }, { starts: moving, as: move }] }',
        ) ?? '',
    });
    const walk = new Walk({ journey, start: begun, applicant: 'anna' });
    walk.make({
      kind: 'submit',
      task: 'applying',
      as: 'anna',
      event: 'apply',
      data: { municipality: '0101' },
    });
    const [asked] = walk.player.waits().dispatches;
    const answer = { home: 'x', from: '2025-04-01' };
    walk.make({ kind: 'answer', seq: asked?.seq ?? 0, service: 'kommune.findCareHome', answer });
    walk.make({ kind: 'end', name: 'move', is: 'done' });
    expect(journey.activePaths(walk.player.state)).toEqual(['offered']);
    walk.make({ kind: 'submit', task: 'offered', as: 'anna', event: 'accept' });
    expect(walk.player.status).toBe('done');
    expect(journey.activePaths(walk.player.state)).toEqual(['settled']);
  });

  test('ends once in a play, and a kept walk holds as a scenario', () => {
    const { journey, walk } = started();
    expect(() => walk.make({ kind: 'end', name: 'move', is: 'done' })).toThrow(
      'No journey is under way as move; under way is none.',
    );
    walk.make({ kind: 'submit', task: 'offered', as: 'anna', event: 'accept' });
    expect(walk.player.started()).toEqual(['move']);
    walk.make({ kind: 'end', name: 'move', is: 'done' });
    const text = writeScenario(walk, { name: 'Kept' });
    const kept = readJourney({ ...filesOf(journey.definition), 'scenarios/kept.yaml': text });
    expect(playJourney(kept, catalogue).results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(text).toContain('end: { journey: move, is: done }');
  });

  test.each([
    ['started: [divorce]', 'Expected the journey divorce, but started was moving to anna'],
    ['started: []', 'Did not expect the journey moving to anna'],
  ])('that was not expected is told: %s', (expected, message) => {
    const scenario = `name: x\nsteps:\n  - submit: { event: apply }\n  - submit: { event: accept }\n    expect: { ${expected} }\n`;
    const folder = readJourney({ ...filesOf(compiled().definition), 'scenarios/x.yaml': scenario });
    const [failure] = playJourney(folder, catalogue).results.flatMap(({ failures }) => failures);
    expect(failure?.message).toContain(message);
  });
});

test('what does not fit what a journey takes cannot be given', () => {
  const play = (given: string) => {
    const scenario = `name: x\ngiven: ${given}\nsteps: [{ expect: { states: [applying] } }]\n`;
    const folder = readJourney({ ...filesOf(compiled().definition), 'scenarios/x.yaml': scenario });
    return playJourney(folder, catalogue).results.flatMap(({ failures }) => failures.map(f => f.message));
  };
  expect(play("{ municipality: '0101' }")).toEqual([]);
  expect(play('{ address: x }')[0]).toMatch('The journey cannot be given');
  expect(compiled().givenErrors({}, begun)).toEqual([]);
});

test('an offer is made to whom the report is about, while its condition holds', () => {
  const journey = compiled();
  const data = { patient: 'eva', needsCare: true, municipality: '0580' };
  expect(journey.offersOn('sundhed.discharged', data, begun)).toEqual([
    {
      offer: 'discharged',
      person: 'eva',
      given: { municipality: '0580' },
      // Six weeks in Danish time, over the change to summer time.
      expires: Date.parse('2025-04-12T08:00:00Z'),
    },
  ]);
  expect(journey.offersOn('sundhed.discharged', { ...data, needsCare: false }, begun)).toEqual([]);
  expect(journey.offersOn('sundhed.cardSent', { sent: '2025-03-01' }, begun)).toEqual([]);
});

describe('an overlay', () => {
  const dueIn = (municipality: string, at = begun) => {
    const walk = new Walk({ journey: compiled(), start: at, applicant: 'anna' });
    walk.make({ kind: 'submit', task: 'applying', as: 'anna', event: 'apply', data: { municipality } });
    const [asked] = walk.player.waits().dispatches;
    const answer = { home: 'x', from: '2025-04-01' };
    walk.make({ kind: 'answer', seq: asked?.seq ?? 0, service: 'kommune.findCareHome', answer });
    const [task] = walk.player.tasks();
    return ((task?.due ?? 0) - at) / 86_400_000;
  };

  test('holds in its municipality, from the day it begins; elsewhere the law of the whole country does', () => {
    expect(dueIn('0580')).toBe(7);
    expect(dueIn('0101')).toBe(14);
    expect(dueIn('0580', Date.parse('2025-02-01T09:00:00Z'))).toBe(14);
  });

  test('counts in the hash of a journey that has a place, and in no other', () => {
    const { 'overlays/0580.yaml': overlay, ...without } = files;
    const hash = (changed: JourneyFiles) => readJourney(changed).definitions[0]?.hash;
    expect(hash(files)).not.toBe(hash(without));
    const nowhere = {
      ...without,
      '2025-01-01.yaml': files['2025-01-01.yaml']?.replace(/^place:.*\n/m, '') ?? '',
    };
    expect(hash({ ...nowhere, 'overlays/0580.yaml': overlay ?? '' })).toBe(hash(nowhere));
    const again = readJourney(filesOf(compiled().definition)).definitions[0];
    expect(again?.hash).toBe(hash(files));
  });
});

test('a picture shows what is started, what is waited for, and what municipalities decide', () => {
  const drawing = toDrawing({ definition: compiled().definition, catalogue, language: 'en' });
  const picture = drawMermaid(drawing);
  expect(picture).toContain('⤴ waits for Moving');
  expect(picture).toContain('Yes please (starts Moving)');
  expect(picture).toContain('⤴ could not be begun'.replace('could not be begun', 'ended otherwise'));
  expect(picture).toContain('within 2 weeks, the municipality decides, at least 1 week, at most 4 weeks');
});
