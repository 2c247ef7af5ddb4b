import { readJourney } from '#journey';
import { toDrawing } from './drawing.js';
import { drawSvg } from './svg.js';

const MACHINE = `
id: stopping
title: { da: Stop, en: Stop }
lifeEvent: test
effective: 2025-01-01
roles: { applicant: {} }
conditions: { died: { when: '= true' } }
machine:
  initial: waiting
  on:
    cpr.deathRegistered: [{ guard: died, target: .stopped }, { description: Somebody else. }]
  states:
    waiting: { after: { P1D: stopped } }
    stopped: { type: final }
`;

describe('the picture of a journey', () => {
  it('shows what can happen at any time as an arrow from where the journey begins', async () => {
    const [definition] = readJourney({ '2025-01-01.yaml': MACHINE }).definitions;
    if (!definition) throw new Error('no definition');
    const svg = await drawSvg(toDrawing({ definition, language: 'en' }));
    expect(svg).toMatch(/cpr\.deathRegistered<.*\[<tspan class="code">died<\/tspan>\]/);
  });
});
