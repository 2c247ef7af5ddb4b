import { type JsonObject } from '#statechart';
import { fieldOf } from '../../schema/test/hidden-persons.js';

/** The number in the examples. */
export const EXAMPLE_NUMBER = '6110851234';

const words = { da: 'Prøve', en: 'Trial' };
const body = (schema: JsonObject, example: JsonObject): JsonObject => ({
  description: 'A body',
  content: { 'application/json': { schema, example } },
});

/** The document of an authority `trial` with `trial.ask` and the event `trial.told`, whose bodies hold one field, `hidden`. */
export function plantedContract(hidden: JsonObject, example: JsonObject[string] = EXAMPLE_NUMBER): string {
  const bodyOf = (beside: JsonObject): JsonObject => body(fieldOf(hidden, beside), { hidden: example });
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'Trial',
      version: '1.0.0',
      'x-authority': { id: 'trial', tier: 'state', name: words, examplesAsOf: '2025-03-03' },
    },
    paths: {
      '/asking': {
        post: {
          operationId: 'ask',
          summary: 'Ask',
          'x-service': {
            name: { da: 'Nogen svarer', en: 'Somebody answers' },
            ground: { ...words, gdpr: '6(1)(e)' },
            answers: 'now',
            maximumTime: 'P1D',
            effect: 'none',
          },
          requestBody: bodyOf({ 'x-category': 'identity' }),
          responses: { 200: bodyOf({}), default: { description: 'A problem' } },
        },
      },
    },
    webhooks: {
      told: { post: { 'x-event': { name: words }, requestBody: bodyOf({ 'x-correlates': true }) } },
    },
  });
}
