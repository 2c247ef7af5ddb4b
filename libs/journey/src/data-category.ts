import { type Words } from './catalogue.js';

/** Categories of personal data, in the citizen's words. Forms and contracts name them by `x-category`. */
export const DATA_CATEGORIES = {
  identity: { da: 'Navn og CPR-nummer', en: 'Name and CPR number' },
  address: { da: 'Adresse', en: 'Address' },
  family: { da: 'Familie', en: 'Family' },
  contact: { da: 'Telefon og e-mail', en: 'Phone and email' },
  health: { da: 'Helbred', en: 'Health' },
  income: { da: 'Indkomst', en: 'Income' },
  employment: { da: 'Arbejde og orlov', en: 'Work and leave' },
  housing: { da: 'Bolig', en: 'Housing' },
  estate: { da: 'Formue og arv', en: 'Wealth and inheritance' },
  account: { da: 'Betaling og konto', en: 'Payment and account' },
  vehicle: { da: 'Køretøj', en: 'Vehicle' },
  religion: { da: 'Tro', en: 'Faith' },
  message: { da: 'Indholdet af beskeden', en: 'What the message says' },
  case: { da: 'Det, sagen handler om', en: 'What the case is about' },
} as const satisfies Record<string, Words>;

/** The closed list as a JSON Schema: the schemas of forms and of contracts refer to it, so that editors offer it. */
export const DATA_CATEGORY_SCHEMA = new URL('../schema/data-category.schema.json', import.meta.url);
