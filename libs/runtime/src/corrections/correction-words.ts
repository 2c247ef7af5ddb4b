import { dateInWords } from '#calendar';
import { type Language, listedIn, nameFirst, type WordedMessage } from '#journey';
import { type CorrectionAnswer } from './correction.js';

/** What a message about a correction is made of. */
export interface CorrectionOccasion {
  /** As it stands within a sentence. */
  readonly authority: string;
  readonly concerns: string;
  readonly lastDay: string;
  /** Absent: it has just been asked. */
  readonly answer?: CorrectionAnswer;
  /** Why it is refused, in words. */
  readonly reason?: string;
}

/** What the message is made of that says who has a correction now. */
export interface PassedOccasion extends Pick<CorrectionOccasion, 'authority' | 'concerns' | 'lastDay'> {
  readonly from: string;
  /** Since when (`YYYY-MM-DD`). */
  readonly day: string;
}

interface Sentences {
  readonly asked: (said: CorrectionOccasion, lastDay: string) => WordedMessage;
  readonly corrected: (
    said: CorrectionOccasion,
    answer: Extract<CorrectionAnswer, { outcome: 'corrected' }>,
    day: string,
  ) => WordedMessage;
  readonly refused: (said: CorrectionOccasion) => WordedMessage;
  readonly undelivered: (said: CorrectionOccasion) => WordedMessage;
  readonly passed: (said: PassedOccasion, since: string, lastDay: string) => WordedMessage;
}

const COMPLAINT: Readonly<Record<Language, string>> = {
  da: 'Du kan klage til Datatilsynet på datatilsynet.dk eller telefon 33 19 32 00. Det koster ikke noget.',
  en: 'You can complain to the Danish Data Protection Agency at datatilsynet.dk or on +45 33 19 32 00. It is free of charge.',
};

const DANISH: Sentences = {
  asked: ({ authority, concerns }, lastDay) => ({
    subject: `Vi sender din anmodning om rettelse til ${authority}`,
    body:
      `Du har bedt om at få rettet oplysninger om dig. Det drejer sig om ”${concerns}”.\n` +
      `${nameFirst(authority)} skal svare hurtigst muligt og senest ${lastDay}. Du får besked her, når svaret er kommet. ` +
      'Du kan følge din anmodning under Mine oplysninger.\n' +
      `Er svaret ikke kommet i tide, kan du kontakte ${authority}. ${COMPLAINT.da}`,
  }),
  corrected: ({ authority, concerns }, { words, told = [] }, day) => ({
    subject: `${nameFirst(authority)} har rettet oplysninger om dig`,
    body:
      `${nameFirst(authority)} har rettet det, du gjorde opmærksom på. Det drejer sig om ”${concerns}”. Det blev rettet ${day}.` +
      (words === undefined ? '' : `\n${nameFirst(authority)} skriver: ${words}`) +
      (told.length === 0
        ? ''
        : `\n${nameFirst(authority)} har givet besked om rettelsen til ${listedIn('da')(told)}.`),
  }),
  refused: ({ authority, concerns, reason }) => ({
    subject: `${nameFirst(authority)} retter ikke oplysninger om dig`,
    body:
      `${nameFirst(authority)} har svaret på din anmodning om rettelse. Den drejer sig om ”${concerns}”. Oplysningerne bliver ikke rettet.\n` +
      `Begrundelsen er: ${reason}\n` +
      `Er du ikke enig, kan du skrive til ${authority} og forklare hvorfor. ${COMPLAINT.da}`,
  }),
  undelivered: ({ authority, concerns }) => ({
    subject: `Din anmodning om rettelse er ikke kommet frem til ${authority}`,
    body:
      `Vi har ikke kunnet give din anmodning videre. Den drejer sig om ”${concerns}”. Det er vores fejl og ikke din.\n` +
      `Kontakt selv ${authority}, hvis oplysningerne skal rettes. ${COMPLAINT.da}`,
  }),
  passed: ({ authority, from, concerns }, since, lastDay) => ({
    subject: `${nameFirst(authority)} har nu din anmodning om rettelse`,
    body:
      `Siden ${since} er det ${authority}, der skal svare på din anmodning om rettelse. Før var det ${from}. ` +
      `Anmodningen drejer sig om ”${concerns}”.\n` +
      `Du skal ikke gøre noget. Fristen for at svare er den samme som før: ${lastDay}.`,
  }),
};

const ENGLISH: Sentences = {
  asked: ({ authority, concerns }, lastDay) => ({
    subject: `We are sending your request for correction to ${authority}`,
    body:
      `You have asked for data about you to be corrected. It is about “${concerns}”.\n` +
      `${nameFirst(authority)} must answer as soon as possible, and by ${lastDay} at the latest. You are told here when the answer has come. ` +
      'You can follow your request under My data.\n' +
      `If the answer has not come in time, you can contact ${authority}. ${COMPLAINT.en}`,
  }),
  corrected: ({ authority, concerns }, { words, told = [] }, day) => ({
    subject: `${nameFirst(authority)} has corrected data about you`,
    body:
      `${nameFirst(authority)} has corrected what you pointed out. It is about “${concerns}”. It was corrected on ${day}.` +
      (words === undefined ? '' : `\n${nameFirst(authority)} writes: ${words}`) +
      (told.length === 0
        ? ''
        : `\n${nameFirst(authority)} has told ${listedIn('en')(told)} of the correction.`),
  }),
  refused: ({ authority, concerns, reason }) => ({
    subject: `${nameFirst(authority)} does not correct data about you`,
    body:
      `${nameFirst(authority)} has answered your request for correction. It is about “${concerns}”. The data will not be corrected.\n` +
      `The reason is: ${reason}\n` +
      `If you do not agree, you can write to ${authority} and explain why. ${COMPLAINT.en}`,
  }),
  undelivered: ({ authority, concerns }) => ({
    subject: `Your request for correction has not reached ${authority}`,
    body:
      `We have not been able to pass your request on. It is about “${concerns}”. The fault is ours and not yours.\n` +
      `Contact ${authority} yourself if the data are to be corrected. ${COMPLAINT.en}`,
  }),
  passed: ({ authority, from, concerns }, since, lastDay) => ({
    subject: `${nameFirst(authority)} now has your request for correction`,
    body:
      `Since ${since} it has been ${authority} that must answer your request for correction. Before that it was ${from}. ` +
      `The request is about “${concerns}”.\n` +
      `You need not do anything. The last day for an answer is the same as before: ${lastDay}.`,
  }),
};

const WORDS: Readonly<Record<Language, Sentences>> = { da: DANISH, en: ENGLISH };

/** The message to the person about what has become of their correction. */
export function correctionMessage(said: CorrectionOccasion, language: Language): WordedMessage {
  const { answer, lastDay } = said;
  const words = WORDS[language];
  const day = (date: string): string => dateInWords(date)[language];
  switch (answer?.outcome) {
    case undefined:
      return words.asked(said, day(lastDay));
    case 'corrected':
      return words.corrected(said, answer, day(answer.correctedOn));
    case 'refused':
      return words.refused(said);
    case 'undelivered':
      return words.undelivered(said);
  }
}

/** The message to the person whose correction is another authority's now. */
export function passedMessage(said: PassedOccasion, language: Language): WordedMessage {
  const day = (date: string): string => dateInWords(date)[language];
  return WORDS[language].passed(said, day(said.day), day(said.lastDay));
}
