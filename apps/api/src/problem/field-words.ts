import { type Language } from '#journey';
import { type FieldError } from '#runtime';

/** What a field has wrong, in Danish, by the code of the rule: JSON Schema keywords first, then rules of our own. */
const DANISH: Readonly<Record<string, string>> = {
  required: 'Feltet skal udfyldes.',
  additionalProperties: 'Feltet kendes ikke. Fjern det.',
  unevaluatedProperties: 'Feltet kendes ikke. Fjern det.',
  dependentRequired: 'Feltet skal udfyldes, når det hører sammen med et andet, der er udfyldt.',
  type: 'Værdien har en forkert type.',
  notAsked: 'Feltet skal ikke udfyldes med de svar, du har givet. Lad det være tomt.',
  readOnly: 'Feltet kan ikke ændres. Lad det stå, som det er vist.',
  choice: 'Vælg en af dem, der er vist.',
  enum: 'Vælg en af de tilladte værdier.',
  const: 'Værdien er ikke den, der kræves.',
  format: 'Værdien har ikke den rette form.',
  pattern: 'Værdien har ikke den rette form.',
  minLength: 'Teksten er for kort.',
  maxLength: 'Teksten er for lang.',
  minimum: 'Tallet er for lille.',
  exclusiveMinimum: 'Tallet er for lille.',
  maximum: 'Tallet er for stort.',
  exclusiveMaximum: 'Tallet er for stort.',
  formatMinimum: 'Dagen er for tidlig.',
  formatExclusiveMinimum: 'Dagen er for tidlig.',
  formatMaximum: 'Dagen er for sen.',
  formatExclusiveMaximum: 'Dagen er for sen.',
  multipleOf: 'Tallet går ikke op.',
  minItems: 'Der er for få.',
  maxItems: 'Der er for mange.',
  uniqueItems: 'Den samme værdi står der flere gange.',
  hostile: 'Feltet indeholder noget, der ikke kan gemmes.',
  tooLarge: 'Der er sendt mere, end nogen formular beder om.',
  tooDeep: 'Der er sendt mere, end nogen formular beder om.',
  cpr: 'Skriv et CPR-nummer med ti cifre, DDMMÅÅXXXX, eller vælg en af dem, vi foreslår.',
};

/** What is wrong with a field, in the reader's language. Words we do not have in Danish are said in English. */
export function fieldWords(field: FieldError, language: Language): string {
  return language === 'da' ? (DANISH[field.code] ?? field.message) : field.message;
}
