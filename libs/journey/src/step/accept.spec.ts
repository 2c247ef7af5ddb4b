import { type Json } from '#statechart';
import { compileFiles, sampleFiles, smallJourney, submitted } from '../../test/sample-journey.js';
import { type Submission } from './accept.js';

const moving = compileFiles(sampleFiles);
const begun = Date.parse('2025-03-01T09:00:00Z');
const address = { street: 'Strandvejen 1', postcode: '8000' };

function underWay(extra: Record<string, Json>) {
  const { state } = moving.begin('anna', begun);
  const data = { date: '2025-03-10', address, ...extra };
  return submitted(moving, state, begun, ['anna', 'declareMove', 'submit', data]);
}

describe('what participants send', () => {
  it('refuses what is not offered, to whom, and what does not fit', () => {
    const { state } = moving.begin('anna', begun);
    const refusal = (submission: Partial<Submission>, from = state) => {
      const given = { person: 'anna', task: 'declareMove', event: 'submit', data: {}, ...submission };
      const accepted = moving.accept(from, given, begun);
      return accepted.kind === 'refused'
        ? [accepted.code, ...accepted.fields.map(f => `${f.path} ${f.code}`)]
        : [];
    };
    expect(refusal({ task: 'nowhere' })).toEqual(['unknown-task']);
    expect(refusal({ task: 'moved' })).toEqual(['unknown-task']);
    expect(refusal({ person: 'eve' })).toEqual(['not-your-role']);
    expect(refusal({ task: 'partnerConsent' })).toEqual(['not-your-role']);
    expect(refusal({ task: 'underWay.housingBenefit.offered', event: 'apply' })).toEqual(['not-offered']);
    expect(refusal({ event: 'xstate.done' })).toEqual(['not-offered']);
    expect(refusal({})).toEqual(['invalid', '/date required', '/address required']);
    const data = { date: '2025-02-30', address: { ...address, floor: 2 }, more: 1, partner: '010190-1234' };
    expect(refusal({ data }).slice(1).sort()).toEqual([
      '/address/floor unevaluatedProperties',
      '/date format',
      '/more unevaluatedProperties',
      '/partner format',
    ]);
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}}') as Json;
    expect(refusal({ data: hostile })).toEqual(['invalid', ' hostile']);
    expect(refusal({ data: { date: 'a\u0000' } })).toEqual(['invalid', '/date hostile']);
    expect(refusal({ data: { date: 'x'.repeat(200_000) } })).toEqual(['invalid', ' tooLarge']);
    expect(
      refusal({ data: { date: '2025-03-10', address: { street: 'x'.repeat(1001), postcode: '8000' } } }),
    ).toEqual(['invalid', '/address/street maxLength']);
    const consent = underWay({ partner: 'bo' }).state;
    const decline = { person: 'bo', task: 'partnerConsent', event: 'decline' };
    expect(refusal({ ...decline, data: { agrees: true } }, consent)).toEqual([
      'invalid',
      ' unevaluatedProperties',
    ]);
    expect(refusal(decline, consent)).toEqual([]);
  });

  it('refuses what is not asked, what is only shown and was changed, and what is out of bounds that day', () => {
    const journey = smallJourney(
      `
      machine:
        initial: asking
        states:
          asking: { meta: { task: { role: applicant, form: asked } }, on: { submit: { target: again, actions: { remember: said } } } }
          again: { meta: { task: { role: applicant, form: again, prefill: { since: = said.since, rent: 9 } } }, on: { submit: end } }
          end: { type: final }
    `,
      {
        'forms/asked.yaml': `
type: object
required: [kind, since, rent]
properties:
  kind: { enum: [tenant, owner] }
  since: { type: string, format: date, formatMaximum: = today }
  rent: { type: integer, x-only-if: "= kind == 'tenant'" }`,
        'forms/again.yaml': `
type: object
required: [since]
properties:
  since: { type: string, format: date, readOnly: true }
  rent: { type: integer, x-only-if: "= said.kind == 'tenant'" }`,
      },
    );
    const { state } = journey.begin('anna', begun);
    const sent = (task: string, data: Json, from = state) => {
      const accepted = journey.accept(from, { person: 'anna', task, event: 'submit', data }, begun);
      return accepted.kind === 'accepted' ? [] : accepted.fields.map(({ path, code }) => `${path} ${code}`);
    };
    expect(sent('asking', { kind: 'tenant', since: '2025-03-01' })).toEqual(['/rent required']);
    expect(sent('asking', { kind: 'owner', since: '2025-03-02', rent: 1 }).sort()).toEqual([
      '/rent notAsked',
      '/since formatMaximum',
    ]);
    const owner = { kind: 'owner', since: '2025-03-01' };
    const again = submitted(journey, state, begun, ['anna', 'asking', 'submit', owner]).state;
    expect(journey.openTasks(again, begun)).toMatchObject([{ prefill: { since: '2025-03-01' } }]);
    expect(journey.openTasks(again, begun)[0]?.prefill).not.toHaveProperty('rent');
    expect(sent('again', { since: '2025-02-28' }, again)).toEqual(['/since readOnly']);
    expect(sent('again', { since: '2025-03-01', rent: 1 }, again)).toEqual(['/rent unevaluatedProperties']);
    expect(sent('again', { since: '2025-03-01' }, again)).toEqual([]);
  });

  it('refuses a value that was not offered, and shows what is', () => {
    const journey = smallJourney(`
      machine:
        initial: naming
        states:
          naming: { meta: { task: { role: applicant, form: heirs } }, on: { submit: { target: choosing, actions: { remember: known } } } }
          choosing:
            meta:
              task:
                role: applicant
                form: heirs
                kind: may
                shows: { count: = size(known.persons), first: '= known.persons[0]' }
                choices: { persons: { of: = known.persons } }
                ifNothing: nobody
            on: { submit: end }
          end: { type: final }
    `);
    const begin = journey.begin('anna', begun).state;
    const { state } = submitted(journey, begin, begun, [
      'anna',
      'naming',
      'submit',
      { persons: ['bo', 'eva'] },
    ]);
    expect(journey.openTasks(state, begun)).toMatchObject([
      {
        kind: 'may',
        shows: { count: 2, first: 'bo' },
        choices: {
          persons: [
            { value: 'bo', label: 'bo' },
            { value: 'eva', label: 'eva' },
          ],
        },
        ifNothing: 'nobody',
      },
    ]);
    const choose = (persons: Json) =>
      journey.accept(state, { person: 'anna', task: 'choosing', event: 'submit', data: { persons } }, begun);
    expect(choose(['eva'])).toMatchObject({ kind: 'accepted' });
    expect(choose(['eva', 'dan'])).toMatchObject({
      code: 'invalid',
      fields: [{ path: '/persons/1', code: 'choice' }],
    });
  });

  it('keeps tasks apart that are open at once and offer the same event', () => {
    const twice = smallJourney(`
      machine:
        type: parallel
        states:
          a: { initial: asked, states: { asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: done } }, done: { type: final } } }
          b: { initial: asked, states: { asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: done } }, done: { type: final } } }
    `);
    const { state } = twice.begin('anna', begun);
    const next = submitted(twice, state, begun, ['anna', 'b.asked', 'agree', { agrees: true }]);
    expect(twice.activePaths(next.state)).toEqual(['a', 'a.asked', 'b', 'b.done']);
  });

  it('waits for each participant of a role, and lets each act once', () => {
    const heirs = smallJourney(`
      roles: { heirs: { many: true, optional: true } }
      conditions: { everybody: { when: '= size(consents) == size(heirs)' } }
      machine:
        initial: named
        states:
          named:
            meta: { task: { role: applicant, form: heirs } }
            on:
              submit:
                target: asked
                actions:
                  - { type: remember, params: { as: who } }
                  - { type: invite, params: { role: heirs, person: '= who.persons' } }
          asked:
            meta: { task: { role: heirs, form: consent, each: consents } }
            on:
              agree:
                - { guard: everybody, target: agreed, actions: { type: remember, params: { as: consents, each: true } } }
                - { actions: { type: remember, params: { as: consents, each: true } } }
          agreed: { type: final }
    `);
    const { state } = heirs.begin('anna', begun);
    const named = submitted(heirs, state, begun, [
      'anna',
      'named',
      'submit',
      { persons: ['bo', 'ida', 'bo'] },
    ]);
    expect(named.effects).toEqual([{ type: 'invite', role: 'heirs', persons: ['bo', 'ida'] }]);
    const agree = { task: 'asked', event: 'agree', data: { agrees: true } };
    const one = submitted(heirs, named.state, begun, ['ida', agree.task, agree.event, agree.data]);
    expect(one.state.context.facts.consents).toEqual({ ida: { agrees: true } });
    expect(heirs.openTasks(one.state, begun)).toMatchObject([{ task: 'asked', persons: ['bo'] }]);
    expect(heirs.accept(one.state, { person: 'ida', ...agree }, begun)).toMatchObject({
      code: 'not-offered',
    });
    const both = submitted(heirs, one.state, begun, ['bo', agree.task, agree.event, agree.data]);
    expect(both.state.status).toBe('done');
  });

  it('does not take an event whose conditions do not hold', () => {
    const journey = smallJourney(`
      conditions: { never: { when: '= today < date("2000-01-01")' } }
      machine:
        initial: asked
        states:
          asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: { guard: never, target: done } } }
          done: { type: final }
    `);
    const { state } = journey.begin('anna', begun);
    const submission = { person: 'anna', task: 'asked', event: 'agree', data: { agrees: true } };
    expect(journey.accept(state, submission, begun)).toMatchObject({ kind: 'refused', code: 'not-offered' });
  });
});
