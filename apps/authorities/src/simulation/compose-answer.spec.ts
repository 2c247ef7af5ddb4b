import { Catalogue, ContractValidators, type Service } from '#authorities';
import { ApplicableSchemas, isObject } from '#schema';
import { type Json } from '#statechart';
import { composeAnswer } from './compose-answer.js';

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
    for (const service of catalogue.services()) {
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
    expect(grant).toMatchObject({ granted: true, from: '2026-05-20', decidedOn: '2026-06-01' });
  });

  it('gives a key its own numbers, always the same', () => {
    const one = answerTo('familieretshuset.applyDivorce', {}, 'one')['case'];
    expect(answerTo('familieretshuset.applyDivorce', {}, 'one', '2027-01-01')['case']).toBe(one);
    expect(answerTo('familieretshuset.applyDivorce', {}, 'two')['case']).not.toBe(one);
  });
});
