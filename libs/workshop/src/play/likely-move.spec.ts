import {
  compileJourney,
  type RegisterEventContract,
  readJourney,
  type ServiceCatalogue,
  type ServiceContract,
} from '#journey';
import { memoryCatalogue } from '../../../journey/test/memory-catalogue.js';
import { soundDefinition } from '../check/sound-definition.js';
import { likelyAnswer, likelyForm, likelyReport } from './likely-move.js';
import { Walk } from './walk.js';

const ANNA = '6110851234';
const BO = '6204862345';
const person = { type: 'string', format: 'cpr' } as const;
const day = { type: 'string', format: 'date' } as const;
const words = { da: 'x', en: 'x' };

const readFamily: ServiceContract = {
  id: 'cpr.readFamily',
  authority: 'cpr',
  tier: 'state',
  name: words,
  input: { type: 'object', properties: { person } },
  answer: {
    type: 'object',
    required: ['person', 'status'],
    properties: {
      person,
      status: { enum: ['married', 'divorced', 'unmarried'] },
      spouse: person,
      since: day,
    },
    examples: [{ person: ANNA, status: 'married', spouse: BO, since: '2025-03-01' }],
  },
  example: { input: { person: ANNA }, answer: { person: ANNA, status: 'married' } },
  categories: {},
  refusals: {},
  answers: 'now',
};

const weddingHeld: RegisterEventContract = {
  id: 'cpr.weddingHeld',
  authority: 'cpr',
  tier: 'state',
  name: words,
  data: {
    type: 'object',
    properties: { person, spouse: person, on: day },
    examples: [{ person: BO, spouse: ANNA, on: '2025-03-03' }],
  },
};

const catalogue: ServiceCatalogue = Object.assign(memoryCatalogue([readFamily], [weddingHeld]), {
  authority: () => ({ id: 'cpr', tier: 'state', name: words, examplesAsOf: '2025-03-03' }) as const,
});

const MACHINE = `
id: marrying
title: { da: x, en: x }
lifeEvent: test
effective: 2025-01-01
roles: { applicant: {}, partner: { optional: true } }
conditions:
  free: { when: "= family.status != 'married'" }
  ours: { when: '= wedding.person == applicant.cpr && wedding.spouse == partner.cpr' }
machine:
  initial: looking
  states:
    looking:
      invoke:
        src: cpr.readFamily
        input: { person: = applicant.cpr }
        onDone: { target: judging, actions: { type: remember, params: { as: family } } }
        onError: notFree
    judging: { always: [{ guard: free, target: telling }, { target: notFree }] }
    telling:
      meta: { task: { role: applicant, form: couple } }
      on:
        submit:
          target: waiting
          actions:
            - { type: remember, params: { as: couple } }
            - { type: invite, params: { role: partner, person: = couple.partner } }
    waiting:
      on: { cpr.weddingHeld: [{ guard: ours, target: married, actions: { type: remember, params: { as: wedding } } }, { description: Others. }] }
    notFree: { type: final }
    married: { type: final }
`;
const FORM = `
type: object
required: [partner]
properties: { partner: { type: string, format: cpr } }
`;

function begun(): Walk {
  const [definition] = readJourney({ '2025-01-01.yaml': MACHINE, 'forms/couple.yaml': FORM }).definitions;
  if (!definition) throw new Error('no definition');
  const journey = compileJourney(soundDefinition(definition, catalogue));
  return new Walk({ journey, start: Date.parse('2026-03-03T09:00:00Z'), applicant: 'anna' });
}

function answered(): Walk {
  const walk = begun();
  const [asked] = walk.player.waits().dispatches;
  const { seq = 0, service = '' } = asked ?? {};
  walk.make({ kind: 'answer', seq, service, answer: likelyAnswer(walk, seq) });
  return walk;
}

describe('what is likely', () => {
  it('of an answer is about who was asked for, as of today, and does not end the journey at once', () => {
    const walk = begun();
    expect(likelyAnswer(walk, walk.player.waits().dispatches[0]?.seq ?? 0)).toEqual({
      person: 'anna',
      status: 'divorced',
      spouse: 'bo',
      since: '2026-03-01',
    });
  });

  it('of a form names a person who is spoken of already', () => {
    const walk = answered();
    const [task] = walk.player.tasks();
    if (!task) throw new Error('no task');
    expect(likelyForm(walk.player, task, 'anna')).toEqual({ partner: 'bo' });
  });

  it('of a report is about the players for whom the journey listens', () => {
    const walk = answered();
    walk.make({ kind: 'submit', task: 'telling', as: 'anna', event: 'submit', data: { partner: 'carl' } });
    const data = likelyReport(walk, 'cpr.weddingHeld');
    expect(data).toEqual({ person: 'anna', spouse: 'carl', on: '2026-03-03' });
    walk.make({ kind: 'report', event: 'cpr.weddingHeld', data });
    expect(walk.player.status).toBe('done');
  });
});
