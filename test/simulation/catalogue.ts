import { type ServiceContract } from '#journey';
import { type JsonSchema } from '#schema';
import { memoryCatalogue } from '../../libs/journey/test/memory-catalogue.js';

const words = (text: string) => ({ da: text, en: text });
const person = { type: 'string', format: 'cpr' } as const;
const date = { type: 'string', format: 'date' } as const;
const text = { type: 'string' } as const;

function object(properties: { readonly [name: string]: JsonSchema }): JsonSchema {
  return { type: 'object', required: Object.keys(properties), properties } as JsonSchema;
}

const RECEIPT = object({ reference: text });

function service(
  id: string,
  input: JsonSchema,
  categories: ServiceContract['categories'],
  rest: Partial<ServiceContract>,
): ServiceContract {
  return {
    id,
    authority: id.split('.')[0]!,
    tier: 'state',
    name: words(id),
    ground: { ...words('Lov om forsøg'), gdpr: '6(1)(e)' },
    input,
    answer: RECEIPT,
    categories,
    refusals: {},
    answers: 'now',
    maximumTime: 'P5D',
    ...rest,
  };
}

function undoing(id: string): ServiceContract {
  return service(id, object({ undoes: text }), {}, { answer: object({}), refusals: { stands: words('x') } });
}

/** The authorities that the simulated journeys ask: what can be undone and what cannot, what only reads, and a report. */
export const catalogue = memoryCatalogue(
  [
    service(
      'registry.register',
      object({ person, place: text, date }),
      { person: 'identity', place: 'address', date: 'address' },
      { compensation: 'registry.withdraw', refusals: { wrongPlace: words('x'), closed: words('x') } },
    ),
    undoing('registry.withdraw'),
    service('registry.lookUp', object({ person }), { person: 'identity' }, { effect: 'none' }),
    service(
      'clinic.book',
      object({ person, from: date }),
      { person: 'identity', from: 'health' },
      { compensation: 'clinic.release', refusals: { full: words('x') } },
    ),
    undoing('clinic.release'),
    service(
      'benefits.grant',
      object({ person, income: { type: 'integer' } }),
      { person: 'identity', income: 'income' },
      { refusals: { tooMuch: words('x') }, irreversible: words('x') },
    ),
    service(
      'digitalPost.deliver',
      object({ recipient: person, subject: text, body: text }),
      { recipient: 'identity', subject: 'message', body: 'message' },
      { answer: object({ channel: text, deliveredOn: date }), refusals: { mailboxClosed: words('x') } },
    ),
  ],
  [
    {
      id: 'registry.registered',
      authority: 'registry',
      tier: 'state',
      name: words('x'),
      data: RECEIPT,
    },
  ],
);
