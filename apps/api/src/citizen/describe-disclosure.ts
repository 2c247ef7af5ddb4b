import { iso } from '#calendar';
import { DATA_CATEGORIES, type Language, type ServiceCatalogue, type Words } from '#journey';
import { type AccessItem, DispatchStatus, type OpenAccess, type SparseAccess } from '#runtime';
import { type DisclosureDocument } from './disclosure-document.js';
import { describeHelp } from './describe-help.js';
import { caseworkerWords, holderWords } from './holder-words.js';
import { DefinitionWords } from './words.js';

type Given = Extract<OpenAccess, { kind: 'given' }>;

const LOOKED: Words = {
  da: 'En medarbejder i driften har set, hvor sagen står, men ikke hvad der står i den',
  en: 'Somebody in operations has seen how far the case is, but not what is in it',
};

/** What can be said of a case that is not the reader's to see. */
const SOMEBODY_ELSES: Readonly<Record<Language, (authority: string) => string>> = {
  da: authority =>
    `${authority} har fået oplysninger om dig i en anden persons sag. Vi kan ikke sige, hvad sagen handler om`,
  en: authority =>
    `${authority} was given data about you in somebody else's case. We cannot say what the case is about`,
};

/** An access record in the words of the reader. */
export function describeDisclosure(
  item: AccessItem,
  person: string,
  catalogue: ServiceCatalogue,
  language: Language,
  today: string,
  holders: ReadonlyMap<string, string>,
): DisclosureDocument {
  if (item.kind === 'sparse') return describeSparse(item, catalogue, language);
  if (item.kind === 'helped') return describeHelp(item, catalogue, language, today);
  const words = new DefinitionWords(item.definition, catalogue, language, today);
  const { kind, at, journey } = item;
  const common = { at: iso(at), kind, journey, title: words.title };
  return kind === 'looked'
    ? { ...common, ...describeLook(item, words) }
    : {
        ...common,
        ...describeGiven(item, person, catalogue, words),
        ...(item.byHolder && {
          doneForYou: doneForYou(
            { ...item.byHolder, name: item.byHolder.name ?? holders.get(item.acting?.holder ?? '') },
            words,
          ),
        }),
      };
}

function describeLook(
  { authority }: Extract<OpenAccess, { kind: 'looked' }>,
  words: DefinitionWords,
): Pick<DisclosureDocument, 'text' | 'authority' | 'authorityName'> {
  const { language } = words;
  if (authority === undefined) return { text: LOOKED[language] };
  const authorityName = words.authority(authority);
  const who = caseworkerWords(authorityName, language);
  const text =
    language === 'da' ? `${who} har set sagen for at hjælpe dig` : `${who} has seen the case to help you`;
  return { text, authority, authorityName };
}

/** Neither service nor law is named: both tell what a case is about. */
function describeSparse(
  { at, service, categories, status }: SparseAccess,
  catalogue: ServiceCatalogue,
  language: Language,
): DisclosureDocument {
  const contract = catalogue.service(service);
  const authority = contract?.authority ?? service;
  const authorityName = catalogue.authority(authority)?.name[language] ?? authority;
  return {
    at: iso(at),
    kind: 'given',
    text: SOMEBODY_ELSES[language](authorityName),
    authority,
    authorityName,
    ...(contract && { tier: contract.tier }),
    categories: named(categories, language),
    ...(contract?.ground && { gdpr: contract.ground.gdpr }),
    aboutYou: true,
    stage: stageOf(status),
  };
}

function describeGiven(
  { service, authority, state, status, persons, categories, ...given }: Given,
  person: string,
  catalogue: ServiceCatalogue,
  words: DefinitionWords,
): Omit<DisclosureDocument, 'at' | 'kind' | 'journey' | 'title'> {
  const { language } = words;
  const contract = catalogue.service(service);
  const ground = contract?.ground?.[language] ?? given.ground;
  return {
    text: words.service(service),
    ...(state !== undefined && { step: state }),
    service,
    authority,
    authorityName: words.authority(authority),
    ...(contract && { tier: contract.tier }),
    categories: named(categories, language),
    ...(ground !== '' && { ground }),
    ...(contract?.ground && { gdpr: contract.ground.gdpr }),
    aboutYou: persons.length === 0 || persons.includes(person),
    stage: stageOf(status),
  };
}

function named(
  categories: readonly string[],
  language: Language,
): NonNullable<DisclosureDocument['categories']> {
  return categories.map(category => ({ category, name: categoryName(category, language) }));
}

function categoryName(category: string, language: Language): string {
  return (DATA_CATEGORIES as Readonly<Record<string, Words>>)[category]?.[language] ?? category;
}

function stageOf(status: DispatchStatus): NonNullable<DisclosureDocument['stage']> {
  switch (status) {
    case DispatchStatus.pending:
    case DispatchStatus.parked:
      return 'underWay';
    case DispatchStatus.stopped:
      return 'unsure';
    default:
      return 'given';
  }
}

function doneForYou(
  { name, authority }: NonNullable<OpenAccess['byHolder']>,
  words: DefinitionWords,
): string {
  const { language } = words;
  const who =
    authority === undefined
      ? holderWords(name, language)
      : caseworkerWords(words.authority(authority), language);
  return language === 'da' ? `${who} gjorde det for dig` : `${who} did it for you`;
}
