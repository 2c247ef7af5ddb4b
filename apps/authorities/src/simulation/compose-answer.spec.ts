import { Catalogue, ContractValidators, type Service } from '#authorities';
import { ApplicableSchemas, isObject } from '#schema';
import { type Json } from '#statechart';
import { composeAnswer } from './compose-answer.js';
import { decisionDays, isPastDay } from './told-on.js';

const catalogue = Catalogue.load();
const examplesAsOf = '2025-03-03';

function serviceOf(id: string): Service {
  const service = catalogue.service(id);
  if (!service) throw new Error(`no service ${id}`);
  return service;
}

function answerTo(id: string, change: Service['example']['input'] = {}, key = 'k', today = '2026-05-04') {
  const service = serviceOf(id);
  return composeAnswer(service, { input: { ...service.example.input, ...change }, key, today, examplesAsOf });
}

/** A service whose answer says what has happened by then: nothing of it is told of the day on which the story begins. */
function isOfLater(service: Service): boolean {
  return Object.entries(service.example.answer).some(
    ([field, day]) =>
      (isPastDay(field) || decisionDays(service).includes(field)) && String(day) !== examplesAsOf,
  );
}

function withoutIdentifiers(value: Json, schemas: ApplicableSchemas): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) => withoutIdentifiers(item, schemas.at(index)));
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withoutIdentifiers(item ?? null, schemas.at(key))]),
    );
  }
  return schemas.say('x-identifier', true) ? '#' : value;
}

describe('composeAnswer', () => {
  it('gives every example back to its own request on its own day, but for identifiers', () => {
    for (const service of catalogue.services().filter(each => !isOfLater(each))) {
      const { input, answer } = service.example;
      const composed = composeAnswer(service, { input, key: 'k', today: examplesAsOf, examplesAsOf });
      const told = (value: Json) => withoutIdentifiers(value, ApplicableSchemas.of(service.answer));
      expect({ id: service.id, answer: told(composed) }).toEqual({ id: service.id, answer: told(answer) });
    }
  });

  it('fits the contract whatever the day', () => {
    const validators = new ContractValidators('wire');
    for (const service of catalogue.services()) {
      for (const today of ['2024-02-29', '2028-12-31']) {
        const composed = composeAnswer(service, {
          input: service.example.input,
          key: 'k',
          today,
          examplesAsOf,
        });
        expect({ id: service.id, faults: validators.answer(service, composed) }).toEqual({
          id: service.id,
          faults: [],
        });
      }
    }
  });

  it('says what the request says', () => {
    const move = answerTo('cpr.registerMove', { date: '2026-05-20' });
    expect(move).toMatchObject({ movedOn: '2026-05-20', registeredOn: '2026-05-04' });
    const heirs = ['7001901111', '7002902222'];
    expect(
      answerTo('skifteretten.chooseSettlement', { form: 'undividedEstate', consents: heirs }),
    ).toMatchObject({
      form: 'undividedEstate',
      holders: heirs,
    });
    const grant = answerTo('udbetalingDanmark.applyHousingBenefit', { movedIn: '2026-05-20' });
    expect(grant).toMatchObject({ granted: true, from: '2026-05-20', decidedOn: '2026-05-04' });
  });

  it('dates each decision on the day on which it is given', () => {
    const decisions = catalogue.services().flatMap(service => {
      const { id, example } = service;
      const days = decisionDays(service).filter(day => example.answer[day] !== undefined);
      return days.map(day => [id, day, answerTo(id)[day]]);
    });
    expect(decisions.length).toBeGreaterThan(100);
    expect(decisions.filter(([, , decidedOn]) => decidedOn !== '2026-05-04')).toEqual([]);
  });

  it('has done nothing on a day to come', () => {
    const done = catalogue
      .services()
      .flatMap(({ id }) =>
        Object.entries(answerTo(id)).filter(([field, day]) => isPastDay(field) && String(day) > '2026-05-04'),
      );
    expect(done).toEqual([]);
    expect(answerTo('aKasse.approveCv')['approvedOn']).toBe('2026-05-04');
  });

  it('keeps what follows from a decision at its distance to it, and what the request is about to today', () => {
    // Binding when the four weeks to appeal are over.
    expect(answerTo('familieretten.decideDivorce')).toMatchObject({
      decidedOn: '2026-05-04',
      bindingOn: '2026-06-01',
    });
    const allowance = answerTo('udbetalingDanmark.applyChildAllowance');
    expect(allowance).toMatchObject({ decidedOn: '2026-05-04', from: '2026-06-02' });
  });

  it('gives a key its own numbers, always the same', () => {
    const one = answerTo('familieretshuset.applyDivorce', {}, 'one')['case'];
    expect(answerTo('familieretshuset.applyDivorce', {}, 'one', '2027-01-01')['case']).toBe(one);
    expect(answerTo('familieretshuset.applyDivorce', {}, 'two')['case']).not.toBe(one);
  });
});
