import { submitted } from '../../test/sample-journey.js';
import { sampleCatalogue } from '../../test/sample-catalogue.js';
import { memoryCatalogue } from '../../test/memory-catalogue.js';
import { type ServiceContract } from '../catalogue.js';
import { compileJourney } from '../compile/compile-journey.js';
import { type CompiledJourney } from '../compile/compiled-journey.js';
import { type JourneyState } from '../journey-state.js';
import { readJourney } from '../read/read-journey.js';
import { soundDefinition } from '#workshop';

const begun = Date.parse('2025-03-01T09:00:00Z');

const readPerson: ServiceContract = {
  ...(sampleCatalogue.service('cpr.registerMove') as ServiceContract),
  id: 'cpr.readPerson',
  input: { type: 'object', required: ['person'], properties: { person: { type: 'string', format: 'cpr' } } },
  answer: {
    type: 'object',
    properties: {
      person: { type: 'string', format: 'cpr' },
      fullName: { type: 'string', 'x-names': 'person' },
      protected: { type: 'boolean', 'x-protects': 'person' },
      children: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            child: { type: 'string', format: 'cpr' },
            name: { type: 'string', 'x-names': 'child' },
          },
        },
      },
    },
  },
  answers: 'now',
};

/** Anna names her partner, whom CPR then speaks of. */
function named(partner = '', more = ''): CompiledJourney {
  const { definitions, diagnostics } = readJourney({
    '2025-01-01.yaml': `
id: small
title: { da: x, en: x }
lifeEvent: moving
effective: 2025-01-01
roles: { partner: { optional: true${partner} }, child: { passive: true } }
${more}
machine:
  initial: asking
  states:
    asking:
      meta: { task: { role: applicant, form: partner } }
      on: { submit: { target: reading, actions: [{ remember: move }, { invite: partner, person: = move.partner }] } }
    reading:
      invoke:
        src: cpr.readPerson
        input: { person: = move.partner }
        onDone: { target: over, actions: { remember: found } }
    over: { type: final }
`,
    'forms/partner.yaml':
      'type: object\nproperties: { partner: { type: string, format: cpr }, calls: { type: string, x-names: partner } }',
    'texts/da.yaml': 'roles: { applicant: { title: Dig, inText: den der flytter }, partner: Din partner }',
    'texts/en.yaml': 'roles: { applicant: You, partner: Your partner }',
  });
  expect(diagnostics).toEqual([]);
  return compileJourney(soundDefinition(definitions[0]!, memoryCatalogue([readPerson], [])));
}

function after(journey: CompiledJourney, answer: object, data: object = {}): JourneyState {
  const { state } = submitted(journey, journey.begin('anna', begun).state, begun, [
    'anna',
    'asking',
    'submit',
    { partner: 'bo', ...data },
  ]);
  const [asked] = journey.waits(state).dispatches;
  return journey.step(state, { kind: 'answer', dispatch: asked!.seq, output: answer as never }, begun).state;
}

const bo = { person: 'bo', fullName: 'Bo Holm', children: [{ child: 'ida', name: 'Ida Holm' }] };

describe('the name of a person', () => {
  it('is what an authority answered, for everybody who takes part', () => {
    const journey = named();
    const state = after(journey, bo);
    const { names } = journey.words;
    expect(['bo', 'ida', 'anna', 'eve'].map(each => names.of(each, 'da', { person: 'anna', state }))).toEqual(
      ['Bo Holm', 'Ida Holm', 'dig', undefined],
    );
    expect(names.of('anna', 'da', { person: 'bo', state })).toBe('den der flytter');
    expect(names.participants('en', { person: 'anna', state })).toEqual([
      { role: 'applicant', person: 'anna', name: 'you' },
      { role: 'partner', person: 'bo', name: 'Bo Holm' },
    ]);
  });

  it('is what a participant gave, until an authority says it', () => {
    const journey = named();
    const reader = { person: 'anna', state: after(journey, { person: 'bo' }, { calls: 'Bobby' }) };
    expect(journey.words.names.of('bo', 'da', reader)).toBe('Bobby');
    const later = { person: 'anna', state: after(journey, bo, { calls: 'Bobby' }) };
    expect(journey.words.names.of('bo', 'da', later)).toBe('Bo Holm');
  });

  it('stays hidden where a role is confidential, with all that was answered about it', () => {
    const journey = named(', confidential: true');
    const state = after(journey, bo);
    const { names } = journey.words;
    const read = (person: string) => ['bo', 'ida'].map(each => names.of(each, 'da', { person, state }));
    expect(read('anna')).toEqual(['din partner', 'en person']);
    expect(read('bo')).toEqual(['Bo Holm', 'Ida Holm']);
  });

  it('is told of a confidential role to whom it is shared with', () => {
    const journey = named(
      ', confidential: true',
      'shares: { found: { with: applicant, ground: Own choice } }',
    );
    const reader = { person: 'anna', state: after(journey, bo) };
    expect(journey.words.names.of('bo', 'da', reader)).toBe('Bo Holm');
  });

  it('stays hidden where it is protected', () => {
    const journey = named();
    const state = after(journey, { ...bo, protected: true });
    const { names } = journey.words;
    expect(names.of('bo', 'en', { person: 'anna', state })).toBe('your partner');
    expect(names.of('bo', 'en', { person: 'bo', state })).toBe('Bo Holm');
  });
});
