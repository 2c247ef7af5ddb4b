import { type ServiceContract } from '#journey';
import { memoryCatalogue } from '../../journey/test/memory-catalogue.js';
import { sampleCatalogue } from '../../journey/test/sample-catalogue.js';

const text = { type: 'string' } as const;

const deliver: ServiceContract = {
  id: 'digitalPost.deliver',
  authority: 'digitalPost',
  tier: 'state',
  name: { da: 'Digital Post afleverer en meddelelse', en: 'Digital Post delivers a message' },
  ground: { da: 'Lov om Digital Post § 10', en: 'Digital Post Act, section 10', gdpr: '6(1)(e)' },
  input: { type: 'object', properties: { recipient: { ...text, format: 'cpr' }, subject: text, body: text } },
  answer: { type: 'object', properties: { channel: text, deliveredOn: { ...text, format: 'date' } } },
  categories: { recipient: 'identity', letter: 'address', subject: 'message', body: 'message' },
  refusals: { mailboxClosed: { da: 'Postkassen er lukket', en: 'The mailbox is closed' } },
  answers: 'later',
  maximumTime: 'P1D',
};

/** The authorities of the sample journey, and Digital Post. */
export const postCatalogue = memoryCatalogue(
  [...sampleCatalogue.services(), deliver],
  sampleCatalogue.registerEvents(),
);
