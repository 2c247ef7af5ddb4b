import { smallJourney } from '../../test/sample-journey.js';
import { type Json } from '#statechart';

const begun = Date.parse('2025-03-01T09:00:00Z');

/** An applicant names two witnesses; what is done with them then is each test's. */
function naming(roles: string, actions: string, later = 'over: { type: final }') {
  const journey = smallJourney(`
      roles: { applicant: {}, ${roles} }
      machine:
        initial: asking
        states:
          asking:
            meta: { task: { role: applicant, form: heirs } }
            on: { send: { target: over, actions: [${actions}] } }
          ${later}`);
  const { state } = journey.begin('anna', begun);
  const send = (data: Json) =>
    journey.accept(state, { person: 'anna', task: 'asking', event: 'send', data }, begun);
  return { journey, state, send };
}

const witness = 'witness: { many: true, differsFrom: applicant }';
const invited = '{ remember: named }, { invite: witness, person: = named.persons }';

describe('roles that different persons must have', () => {
  it('are refused where the same person is named, with the roles and the field', () => {
    const { send } = naming(witness, invited);
    expect(send({ persons: ['bo', 'anna'] })).toMatchObject({
      kind: 'refused',
      code: 'invalid',
      fields: [
        {
          path: '/persons',
          code: 'same-person',
          words: {
            da: expect.stringMatching(/Den samme person kan ikke være både »witness« og »applicant«/),
            en: expect.stringMatching(/cannot be both “witness” and “applicant”/),
          },
        },
      ],
    });
    expect(send({ persons: ['bo'] }).kind).toBe('accepted');
  });

  it('are refused when they are named, also if they are invited later', () => {
    const later =
      'over: { after: { P1D: { target: end, actions: { invite: witness, person: = named.persons } } } }\n          end: { type: final }';
    const { send } = naming(witness, '{ remember: named }', later);
    expect(send({ persons: ['anna'] })).toMatchObject({
      fields: [{ path: '/persons', code: 'same-person' }],
    });
    expect(send({ persons: ['bo'] }).kind).toBe('accepted');
  });

  it('are refused when who they are is worked out, without a field', () => {
    const { send } = naming(
      'first: {}, second: { differsFrom: [first, applicant] }',
      "{ remember: named }, { invite: first, person: '= named.persons[0]' }, { invite: second, person: '= named.persons[1]' }",
    );
    for (const persons of [
      ['bo', 'bo'],
      ['bo', 'anna'],
    ]) {
      expect(send({ persons })).toMatchObject({
        code: 'invalid',
        fields: [{ path: '', code: 'same-person' }],
      });
    }
    expect(send({ persons: ['bo', 'ida'] }).kind).toBe('accepted');
  });

  it('may be one where nothing says that they differ', () => {
    const { send } = naming('witness: { many: true }', invited);
    expect(send({ persons: ['anna'] }).kind).toBe('accepted');
  });

  it('are looked for in the very step that is made then, and in another where it is made of another state or at another time', () => {
    const { journey, state, send } = naming(witness, invited);
    const accepted = send({ persons: ['bo'] });
    if (accepted.kind !== 'accepted') throw new Error(accepted.message);
    const { stimulus } = accepted;
    const made = journey.step(state, stimulus, begun);
    expect(journey.step(state, stimulus, begun)).toBe(made);
    const later = journey.step(state, stimulus, begun + 1);
    expect(later.state.context.now).not.toBe(made.state.context.now);
    const named = { ...state.context, facts: { ...state.context.facts, before: true } };
    const other = journey.step({ ...state, context: named }, stimulus, begun);
    expect(other.state.context.facts).toEqual({ ...made.state.context.facts, before: true });
  });
});
