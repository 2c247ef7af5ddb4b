import { type Language, type ServiceCatalogue } from '#journey';
import { authorityName } from './authority-name.js';
import { categoriesInWords } from './categories-in-words.js';
import { type DisclosureDocument } from './disclosure-document.js';

/** In whose words a record is told, and on which day. */
export interface DisclosureScene {
  readonly catalogue: ServiceCatalogue;
  readonly language: Language;
  readonly today: string;
}

interface Recipient {
  readonly service: string;
  readonly authority: string;
  readonly categories: readonly string[];
  /** As it stood when it was given: a contract that has since gone says nothing of it. */
  readonly ground: string;
}

/** Who was given which data by which service, and on which ground. */
export function describeRecipient(
  { service, authority, categories, ground: known }: Recipient,
  { catalogue, language, today }: DisclosureScene,
): Omit<DisclosureDocument, 'id' | 'at' | 'kind' | 'text'> {
  const contract = catalogue.service(service);
  const ground = contract?.ground?.[language] ?? known;
  return {
    service,
    authority,
    authorityName: authorityName(authority, catalogue, language, today),
    ...(contract && { tier: contract.tier }),
    categories: categoriesInWords(categories, language),
    ...(ground !== '' && { ground }),
    ...(contract?.ground && { gdpr: contract.ground.gdpr }),
  };
}
