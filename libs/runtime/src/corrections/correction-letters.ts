import { dateAt, daysBetween } from '#calendar';
import { type Language, LANGUAGES, type ServiceCatalogue, type WordedMessage, type Words } from '#journey';
import { type Instant } from '#statechart';
import { deliveriesOf } from '../decide/messages.js';
import { RING_GRACE } from '../decide/rows-of.js';
import { type MessageContent, type MessageRecord, type OutgoingMessage } from '../mailbox/message.js';
import { type Letters, type NewCorrection, type WallClock } from '../ports.js';
import { type CorrectionAnswer } from './correction.js';
import { correctionMessage, passedMessage } from './correction-words.js';

/** Number of each occasion. What can happen to a correction once has one number, so that it is written of once. */
const ENTRIES = { asked: 1, corrected: 2, refused: 2, undelivered: 3 } as const;

/** How the texts of messages about corrections begin. No message of a definition does, for there is a space in it. */
const OF_CORRECTION = 'correction ';

/** Whether a message is about a correction, whose id then stands for that of a journey. */
export function isOfCorrection({ text, definition }: Pick<MessageRecord, 'text' | 'definition'>): boolean {
  return definition === undefined && text.startsWith(OF_CORRECTION);
}

/** What has passed to another authority is written of once a day, and numbered by it: no such day is as early as that. */
const DAYS_SINCE = '1970-01-01';

interface LettersParts {
  readonly catalogue: ServiceCatalogue;
  readonly wall: WallClock;
}

/** What the person is written when they have asked or there is an answer, worded at once, with the delivery. */
export function correctionLetters(
  parts: LettersParts,
  correction: NewCorrection,
  at: Instant,
  answer?: CorrectionAnswer,
): Letters {
  const { catalogue } = parts;
  const { service, authority, content, lastDay } = correction;
  const name = nameOfAuthority(catalogue, authority, dateAt(at));
  const worded = (language: Language) => {
    const reason = answer?.outcome === 'refused' && reasonOf(answer, service, catalogue, language);
    const said = { authority: name[language], concerns: content.concerns[language], lastDay };
    return correctionMessage({ ...said, ...(answer && { answer }), ...(reason && { reason }) }, language);
  };
  const occasion = answer?.outcome ?? 'asked';
  return lettersOf(parts, correction, { occasion, entry: ENTRIES[occasion], at, worded });
}

/**
 * What the person is written when another authority has their correction.
 *
 * @param to which one
 * @param day since when (`YYYY-MM-DD`)
 */
export function passedLetters(
  parts: LettersParts,
  correction: NewCorrection,
  at: Instant,
  to: string,
  day: string,
): Letters {
  const { catalogue } = parts;
  const { authority, content, lastDay } = correction;
  const [from, name] = [nameOfAuthority(catalogue, authority, ''), nameOfAuthority(catalogue, to, day)];
  const worded = (language: Language) => {
    const concerns = content.concerns[language];
    return passedMessage(
      { authority: name[language], from: from[language], concerns, lastDay, day },
      language,
    );
  };
  return lettersOf(parts, correction, {
    occasion: 'passed',
    entry: daysBetween(DAYS_SINCE, day),
    at,
    worded,
  });
}

interface WordedOccasion {
  readonly occasion: string;
  readonly entry: number;
  readonly at: Instant;
  readonly worded: (language: Language) => WordedMessage;
}

function lettersOf(
  { catalogue, wall }: LettersParts,
  { person }: NewCorrection,
  { occasion, entry, at, worded }: WordedOccasion,
): Letters {
  const words = Object.fromEntries(
    LANGUAGES.map(language => [language, worded(language)]),
  ) as MessageContent['words'];
  const messages: OutgoingMessage[] = [
    { person, role: 'person', text: `${OF_CORRECTION}${occasion}`, content: { words } },
  ];
  return {
    entry,
    at,
    messages,
    dispatches: deliveriesOf(messages, entry, { catalogue }, wall.now() + RING_GRACE),
  };
}

/** Why an authority refuses: in its own words where it gives some, after those of its contract. */
export function reasonOf(
  { code, detail }: Extract<CorrectionAnswer, { outcome: 'refused' }>,
  service: string,
  catalogue: Pick<ServiceCatalogue, 'service'>,
  language: Language,
): string {
  const words = catalogue.service(service)?.refusals[code]?.[language] ?? code;
  return detail === undefined ? words : `${words} ${detail}`;
}

/** What an authority is called on a day, within a sentence; by its id where nobody knows. */
export function nameOfAuthority(catalogue: ServiceCatalogue, id: string, day: string): Words {
  const name = catalogue.directory?.nameOf(id, day) ?? catalogue.authority(id)?.name;
  return name ?? { da: id, en: id };
}
