import { smallJourney } from '../test/sample-journey.js';

/** What is certain of the timers of a state that has these lines, by when they are due. */
function certainOf(state: string): readonly boolean[] {
  const journey = smallJourney(`
      machine:
        initial: waiting
        states:
          waiting:
${state.replace(/^/gm, '            ')}
          over: { type: final }
          other: { id: other, type: final }
    `);
  const begun = Date.parse('2025-03-01T09:00:00Z');
  return journey.waits(journey.begin('anna', begun).state).timers.map(({ certain }) => certain);
}

it.each([
  ['a state that waits for a day', 'after: { P10D: over }', [true]],
  ['the later of two days', 'after: { P10D: over, P20D: other }', [true, false]],
  [
    'a state that has a task',
    'meta: { task: { role: applicant, form: consent } }\non: { agree: other }\nafter: { P10D: over }',
    [false],
  ],
  ['a state that waits for a report', 'meta: { awaits: cpr.moveRegistered }\nafter: { P10D: over }', [false]],
  [
    'a state that can be left from inside',
    `initial: asking
after: { P10D: over }
states:
  asking:
    meta: { task: { role: applicant, form: consent } }
    on: { agree: '#other' }`,
    [false],
  ],
  [
    'a state in which something goes on that its own time ends before',
    `initial: first
after: { P10D: over }
states:
  first: { after: { P20D: second } }
  second: {}`,
    [true, false],
  ],
])('says of %s which of its timers are sure to come', (_, state, certain) => {
  expect(certainOf(state)).toEqual(certain);
});
