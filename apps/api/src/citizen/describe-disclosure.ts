import { iso } from '#calendar';
import { type Language, nameFirst, type ServiceCatalogue, type Words } from '#journey';
import {
  type AccessItem,
  holderOfData,
  type OpenAccess,
  type OwnItem,
  roleOf,
  type SparseAccess,
} from '#runtime';
import { type DisclosureDocument } from './disclosure-document.js';
import { categoriesInWords, categoryInWords } from './categories-in-words.js';
import { describeOwnAccess } from './describe-own-access.js';
import { describeRecipient, type DisclosureScene } from './describe-recipient.js';
import { caseworkerWords, doneForYou } from './holder-words.js';
import { stageOf } from './stage-of.js';
import { DefinitionWords } from './words.js';

type Given = Extract<OpenAccess, { kind: 'given' }>;

const LOOKED: Words = {
  da: 'En medarbejder i driften har set, hvor sagen står, men ikke hvad der står i den',
  en: 'Somebody in operations has seen how far the case is, but not what is in it',
};
const AUDITED: Words = {
  da: 'En revisor har set, hvem der har arbejdet med sagen, men ikke hvad der står i den',
  en: 'An auditor has seen who has worked with the case, and not what is in it',
};

/** What can be said of a case that is not the reader's to see. */
const SOMEBODY_ELSES: Readonly<Record<Language, (authority: string) => string>> = {
  da: authority =>
    `${nameFirst(authority)} har fået oplysninger om dig i en anden persons sag. Vi kan ikke sige, hvad sagen handler om`,
  en: authority =>
    `${nameFirst(authority)} was given data about you in somebody else's case. We cannot say what the case is about`,
};

interface ReaderScene extends DisclosureScene {
  readonly person: string;
  /** Names of those who may act for the reader, by id. */
  readonly holders: ReadonlyMap<string, string>;
}

/** An access record in the words of the reader. */
export function describeDisclosure(item: AccessItem, scene: ReaderScene, id?: string): DisclosureDocument {
  const { catalogue, language, today } = scene;
  if (item.kind === 'sparse') return describeSparse(item, catalogue, language);
  if (isOwn(item)) return describeOwnAccess(item, scene);
  const words = new DefinitionWords(item.definition, catalogue, language, today);
  const { kind, at, journey } = item;
  const common = { at: iso(at), kind, journey, title: words.title };
  return kind === 'looked'
    ? { ...common, ...describeLook(item, words) }
    : {
        ...(id !== undefined && { id }),
        ...common,
        ...describeGiven(item, scene, words),
        ...(item.byHolder && { doneForYou: describeHolder(item, item.byHolder, scene, words) }),
      };
}

function isOwn(item: OpenAccess | OwnItem): item is OwnItem {
  return item.kind !== 'given' && item.kind !== 'looked';
}

function describeLook(
  { authority, by }: Extract<OpenAccess, { kind: 'looked' }>,
  words: DefinitionWords,
): Pick<DisclosureDocument, 'text' | 'authority' | 'authorityName'> {
  const { language } = words;
  if (authority === undefined) return { text: (by === 'auditor' ? AUDITED : LOOKED)[language] };
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
    categories: categoriesInWords(categories, language),
    ...(contract?.ground && { gdpr: contract.ground.gdpr }),
    aboutYou: true,
    stage: stageOf(status),
  };
}

function describeGiven(
  { service, state, status, persons, ...given }: Given,
  scene: ReaderScene,
  words: DefinitionWords,
): Omit<DisclosureDocument, 'at' | 'kind' | 'journey' | 'title'> {
  const { person, catalogue, language } = scene;
  return {
    text: words.doing(service, given.authority),
    ...(state !== undefined && { step: state }),
    ...describeRecipient({ service, ...given }, scene),
    categories: given.categories.map(category => {
      const holder = holderOfData(category, catalogue);
      const isOther = holder !== undefined && holder !== roleOf(service);
      return { ...categoryInWords(category, language), ...(isOther && { heldBy: words.authority(holder) }) };
    }),
    aboutYou: persons.length === 0 || persons.includes(person),
    stage: stageOf(status),
  };
}

function describeHolder(
  { acting }: Given,
  { name, authority }: NonNullable<Given['byHolder']>,
  { holders, language }: ReaderScene,
  words: DefinitionWords,
): string {
  return doneForYou(
    name ?? holders.get(acting?.holder ?? ''),
    authority && words.authority(authority),
    language,
  );
}
