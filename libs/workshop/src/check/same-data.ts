/** Words that say how much, whose or when, and not what. */
const QUALIFIERS = new Set(
  'a the of in on at my your own full first last middle current present nem registered date number no yearly annual monthly gross net total per year month is has'.split(
    ' ',
  ),
);

/** Synonyms, by the word that contracts use. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  name: ['names', 'firstname', 'firstnames', 'lastname', 'surname', 'forename', 'forenames', 'fullname'],
  address: ['residence', 'domicile'],
  born: ['birth', 'birthday', 'birthdate', 'dob', 'age'],
  civil: ['marital'],
  status: ['state'],
  married: ['marriage', 'wedding', 'wed'],
  spouse: ['husband', 'wife'],
  children: ['kids', 'offspring'],
  income: ['incomes', 'salary', 'salaries', 'wage', 'wages', 'earnings', 'pay'],
  employer: ['workplace', 'employers'],
  doctor: ['gp', 'physician', 'practitioner'],
  municipality: ['kommune'],
  protected: ['protection', 'secret', 'hidden'],
  account: ['konto', 'bank', 'iban', 'accounts'],
};
const BY_WORD = new Map(
  Object.entries(SYNONYMS).flatMap(([word, others]) => others.map(other => [other, word] as const)),
);

/**
 * Name matching by a small thesaurus: two fields ask for the same when their names have the same words, whatever their
 * order, but for synonyms and for words that say how much or whose. Returned is what two such names have in common.
 */
export function meaningOf(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zæøå]+/)
    .filter(word => word !== '');
  const telling = words.filter(word => !QUALIFIERS.has(word));
  const meant = (telling.length > 0 ? telling : words).map(word => BY_WORD.get(word) ?? word);
  return [...new Set(meant)].sort().join(' ');
}
