import { type Definition, readJourney } from '#journey';
import { expectedEnd } from './expected-end.js';

const [definition] = readJourney({
  '2025-01-01.yaml': `
id: small
title: { da: x, en: x }
lifeEvent: family
effective: 2025-01-01
estimatedDuration: P2M
roles: { applicant: {} }
machine:
  initial: agreeing
  states:
    agreeing: { on: { x.y: court } }
    court: { meta: { estimatedDuration: P1Y }, on: { x.y: quick } }
    quick: { meta: { estimatedDuration: P1W }, type: final }
`,
}).definitions;
const startedAt = Date.parse('2025-03-01T09:00:00Z');

it.each([
  ['agreeing', '2025-05-02T00:00:00+02:00'],
  ['court', '2026-03-02T00:00:00+01:00'],
  ['quick', '2025-05-02T00:00:00+02:00'],
])('in %s it is expected to end by %s', (state, end) => {
  expect(Date.parse(expectedEnd({ startedAt, states: [state] }, definition!)!)).toBe(Date.parse(end));
});

it('is not expected when nobody has said so', () => {
  const { machine }: Definition = definition!;
  expect(expectedEnd({ startedAt, states: ['agreeing'] }, { machine })).toBeUndefined();
});
