import { type Words } from '#journey';

/** Categories of personal data in disclosures, in the citizen's words. */
export const DATA_CATEGORIES = {
  identity: { da: 'Identitet', en: 'Identity' },
  address: { da: 'Adresse', en: 'Address' },
  family: { da: 'Familieforhold', en: 'Family' },
  contact: { da: 'Kontaktoplysninger', en: 'Contact details' },
  health: { da: 'Helbred', en: 'Health' },
  income: { da: 'Indkomst', en: 'Income' },
  employment: { da: 'Arbejde og orlov', en: 'Work and leave' },
  housing: { da: 'Bolig', en: 'Housing' },
  estate: { da: 'Formue og arv', en: 'Wealth and inheritance' },
  account: { da: 'Betaling og konto', en: 'Payment and account' },
  vehicle: { da: 'Køretøj', en: 'Vehicle' },
  religion: { da: 'Trosforhold', en: 'Religion' },
  message: { da: 'Meddelelsens indhold', en: 'Content of the message' },
  case: { da: 'Sagens oplysninger', en: 'Details of the case' },
} as const satisfies Record<string, Words>;

export type DataCategory = keyof typeof DATA_CATEGORIES;
