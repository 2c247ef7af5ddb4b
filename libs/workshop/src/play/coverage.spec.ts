import { readJourney } from '#journey';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { drawMermaid } from '../draw/mermaid.js';
import { toDrawing } from '../draw/drawing.js';
import { playJourney } from './play-journey.js';

const folder = readJourney({
  '2025-01-01.yaml': `
id: small
title: { da: x, en: Heirs }
lifeEvent: family
effective: 2025-01-01
roles: { applicant: {} }
machine:
  initial: naming
  states:
    naming:
      meta: { task: { role: applicant, form: heirs } }
      on: { submit: { target: asking, actions: { remember: heirs } } }
    asking:
      type: parallel
      onDone: end
      states:
        heir: { each: { of: = heirs.persons, as: heir, most: 4, beyond: '#end', part: heir } }
    end: { id: end, type: final }
`,
  'parts/heir.yaml': `
takes: { heir: the person }
delays: { patience: { for: "= period('P7D')" } }
machine:
  initial: asked
  states:
    asked:
      meta: { task: { role: applicant, form: heirs, prefill: { persons: '= [$heir]' } } }
      on: { agree: agreed, decline: refused }
      after: { patience: refused }
    agreed: { type: final }
    refused: { type: final }
`,
  'forms/heirs.yaml':
    'type: object\nproperties: { persons: { type: array, items: { type: string, format: cpr } } }\nx-without-data: [agree, decline]',
  'scenarios/silent.yaml': `
name: An heir says nothing
steps:
  - submit: { data: { persons: [bo] } }
  - wait: P8D
    expect: { states: [end], done: true }
`,
  'scenarios/two.yaml': `
name: Two heirs
steps:
  - submit: { data: { persons: [bo, eva] } }
  - submit: { task: asking.heir1.asked, event: agree }
  - submit: { task: asking.heir2.asked, event: decline }
    expect: { states: [end], done: true }
`,
});

it('of an each is of one region: what is walked for any member is walked', () => {
  const { results, diagnostics, coverage } = playJourney(folder, sampleCatalogue);
  expect([...diagnostics, ...results.flatMap(({ failures }) => failures)]).toEqual([]);
  const [version] = coverage;
  expect(version?.states.all.filter(path => path.startsWith('asking.'))).toEqual([
    'asking.heir',
    'asking.heir.deciding',
    'asking.heir.asked',
    'asking.heir.agreed',
    'asking.heir.refused',
    'asking.heir.none',
  ]);
  expect(version?.states.missed).toEqual([]);
  expect(version?.transitions.missed.map(({ id }) => id)).toEqual(['asking.heir1.deciding always 1']);
});

it('and its picture has one region, for as many as there is room', () => {
  const [definition] = folder.definitions;
  const picture = drawMermaid(toDrawing({ definition: definition!, language: 'en' }));
  expect(picture).toContain('×4');
  expect(picture).not.toContain('heir2');
});

it('of a part is of what it does within itself once, and of its ways out at each use', () => {
  const twice = readJourney({
    '2025-01-01.yaml': `
id: small
title: { da: x, en: Twice }
lifeEvent: family
effective: 2025-01-01
roles: { applicant: {} }
machine:
  initial: first
  states:
    first: { part: question, with: { no: '#end', yes: '#second' } }
    second: { id: second, part: question, with: { no: '#end', yes: '#end' } }
    end: { id: end, type: final }
`,
    'parts/question.yaml': `
takes: { yes: where it goes on yes, no: where it goes on no }
machine:
  initial: asked
  states:
    asked:
      meta: { task: { role: applicant, form: nothing } }
      on: { later: again, agree: $yes, decline: $no }
    again: { always: asked }
`,
    'forms/nothing.yaml': 'type: object\nx-without-data: [agree, later]',
    'scenarios/yes.yaml': `
name: Later, then yes and no
steps:
  - submit: { event: later }
  - submit: { event: agree }
  - submit: { event: decline }
    expect: { done: true }
`,
  });
  const [only] = playJourney(twice, sampleCatalogue).coverage;
  expect(only?.transitions.missed.map(({ id }) => id)).toEqual(['first.asked decline', 'second.asked agree']);
});
