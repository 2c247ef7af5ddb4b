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
});
