import { iso } from '#calendar';
import { type Language, type Words } from '#journey';
import { type OwnItem, TEXT_SERVICE } from '#runtime';
import { shownAddress } from '../mailbox/channel-address.js';
import { authorityName } from './authority-name.js';
import { describeRecipient, type DisclosureScene } from './describe-recipient.js';
import { type DisclosureDocument } from './disclosure-document.js';
import { caseworkerWords } from './holder-words.js';
import { stageOf } from './stage-of.js';

type Help = Extract<OwnItem, { kind: 'helped' }>;
type Act = Extract<OwnItem, { kind: 'acted' }>;
type Written = Extract<OwnItem, { kind: 'written' }>;
type Texted = Extract<OwnItem, { kind: 'texted' }>;
type Asked = Extract<OwnItem, { kind: 'correction' }>;
type Described = Omit<DisclosureDocument, 'at' | 'kind'>;

/** What a caseworker does to help somebody, it does as the authority whose duty that is. */
const GUIDANCE = {
  ground: { da: 'forvaltningsloven § 7', en: 'Public Administration Act, section 7' },
  gdpr: '6(1)(e)',
} as const;

const KNOWN: Readonly<Record<Language, Readonly<Record<Help['identified'], string>>>> = {
  da: {
    counter: 'Du var der selv og viste legitimation.',
    letter: 'Det skete efter et brev, som du havde skrevet under.',
  },
  en: {
    counter: 'You were there yourself and showed your ID.',
    letter: 'It was done because of a letter that you had signed.',
  },
};

/** Said of the caseworker, after who it was. */
const DID: Readonly<Record<Act['did'], Words>> = {
  'assisted-start': { da: 'har begyndt sagen for dig', en: 'has begun the case for you' },
  'assisted-fill': { da: 'har udfyldt et skema i sagen for dig', en: 'has filled in a form for you' },
  'assisted-send': { da: 'har sendt et svar i sagen for dig', en: 'has sent an answer for you' },
  'assisted-print': {
    da: 'har skrevet et brev om sagen ud til dig',
    en: 'has printed a letter about the case for you',
  },
  'assisted-act': { da: 'har ændret noget i sagen for dig', en: 'has changed something in the case for you' },
};
const DID_ELSEWHERE: Words = {
  da: 'har ændret noget for dig, som ikke hører til en bestemt sag',
  en: 'has changed something for you that belongs to no particular case',
};

const WRITTEN: Words = {
  da: 'En besked til dig om en fuldmagt, med Digital Post eller som brev',
  en: 'A message to you about a mandate, by Digital Post or as a letter',
};
const WRITTEN_OF_CORRECTION: Words = {
  da: 'En besked til dig om noget, du har bedt om at få rettet, med Digital Post eller som brev',
  en: 'A message to you about a correction that you have asked for, by Digital Post or as a letter',
};
const CORRECTION_ASKED: Words = {
  da: 'Du har bedt om at få rettet oplysninger om dig',
  en: 'You have asked for data about you to be corrected',
};

const SENT: Readonly<Record<Texted['way'], Readonly<Record<Texted['purpose'], (address: string) => Words>>>> =
  {
    sms: {
      code: address => ({
        da: `Du bad om en kode på sms, og den blev sendt til ${address}`,
        en: `You asked for a code by text message, and it was sent to ${address}`,
      }),
      news: address => ({
        da: `En sms om, at der er nyt til dig, blev sendt til ${address}`,
        en: `A text message that says that there is news for you was sent to ${address}`,
      }),
    },
    email: {
      code: address => ({
        da: `Du bad om en kode på mail, og den blev sendt til ${address}`,
        en: `You asked for a code by e-mail, and it was sent to ${address}`,
      }),
      news: address => ({
        da: `En mail om, at der er nyt til dig, blev sendt til ${address}`,
        en: `An e-mail that says that there is news for you was sent to ${address}`,
      }),
    },
  };

/** A record of what concerns the reader alone, in their words. */
export function describeOwnAccess(item: OwnItem, scene: DisclosureScene): DisclosureDocument {
  const { at, of, definition } = item;
  const head = {
    at: iso(at),
    ...(of && definition && { journey: of.journey, title: definition.title[scene.language] }),
  };
  switch (item.kind) {
    case 'helped':
      return { ...head, kind: 'helped', ...describeHelp(item, scene) };
    case 'acted':
      return { ...head, kind: 'acted', ...describeAct(item, scene) };
    case 'written':
      return { ...head, kind: 'given', ...describeWritten(item, scene) };
    case 'texted':
      return { ...head, kind: 'given', ...describeTexted(item, scene) };
    case 'correction':
      return { ...head, kind: 'given', ...describeAsked(item, scene) };
  }
}

function describeHelp({ authority, identified, until }: Help, scene: DisclosureScene): Described {
  const { language } = scene;
  const name = nameOf(authority, scene);
  const who = caseworkerWords(name, language);
  const what =
    language === 'da'
      ? `${who} kunne se dine sager og gøre det i dem, som du selv kan, for at hjælpe dig.`
      : `${who} could see your cases and do in them what you can, to help you.`;
  return {
    text: `${what} ${KNOWN[language][identified]}`,
    authority,
    authorityName: name,
    until: iso(until),
    ...guidance(language),
  };
}

function describeAct({ authority, did, task, of }: Act, scene: DisclosureScene): Described {
  const { language } = scene;
  const name = nameOf(authority, scene);
  const what = !of && did === 'assisted-act' ? DID_ELSEWHERE : DID[did];
  return {
    text: `${caseworkerWords(name, language)} ${what[language]}`,
    ...(task !== undefined && { step: task }),
    authority,
    authorityName: name,
    ...guidance(language),
  };
}

function describeWritten({ correction, ...sent }: Written, scene: DisclosureScene): Described {
  const text = correction === undefined ? WRITTEN : WRITTEN_OF_CORRECTION;
  return {
    text: text[scene.language],
    ...describeRecipient(sent, scene),
    aboutYou: true,
    stage: stageOf(sent.status),
  };
}

function describeAsked(asked: Asked, scene: DisclosureScene): Described {
  return {
    text: CORRECTION_ASKED[scene.language],
    ...describeRecipient(asked, scene),
    aboutYou: true,
    stage: stageOf(asked.status),
  };
}

function describeTexted({ way, address, purpose, categories, ground }: Texted, scene: DisclosureScene) {
  return {
    text: SENT[way][purpose](shownAddress(way, address))[scene.language],
    ...describeRecipient({ ...TEXT_SERVICE, categories, ground }, scene),
    aboutYou: true,
  };
}

function nameOf(authority: string, { catalogue, language, today }: DisclosureScene): string {
  return authorityName(authority, catalogue, language, today);
}

function guidance(language: Language): Pick<DisclosureDocument, 'ground' | 'gdpr'> {
  return { ground: GUIDANCE.ground[language], gdpr: GUIDANCE.gdpr };
}
