import { type Language } from '#journey';
import { type TimelineItem } from '#runtime';
import { type ReaderWords } from './reader-words.js';

type Sentence = (subject: string) => string;

const SENTENCES: Readonly<Record<Language, Readonly<Record<TimelineItem['kind'], Sentence>>>> = {
  da: {
    started: () => 'Forløbet begyndte.',
    submitted: subject => `Svar givet: ${subject}`,
    answered: subject => `Udført: ${subject}`,
    refused: subject => `Afvist: ${subject}`,
    skipped: subject => `Vi gik videre uden svar: ${subject}`,
    elapsed: () => 'En frist udløb.',
    reported: subject => `Meldt af en myndighed: ${subject}`,
    late: subject => `Et svar kom, efter at det ikke længere var nødvendigt: ${subject}`,
    cancelled: () => 'Forløbet blev annulleret.',
    undone: subject => `Fortrudt hos myndigheden: ${subject}`,
    'not-undone': subject => `Kunne ikke fortrydes hos myndigheden: ${subject}`,
    held: () => 'En fejl hos os har standset forløbet. Vi ser på det, og intet er gået tabt.',
    waiting: () => 'Noget kom ind og venter, til vi har rettet en fejl.',
    resumed: () => 'Fejlen er rettet, og forløbet fortsætter.',
    moved: () => 'Forløbet gik videre.',
  },
  en: {
    started: () => 'The journey began.',
    submitted: subject => `Answered: ${subject}`,
    answered: subject => `Done: ${subject}`,
    refused: subject => `Refused: ${subject}`,
    skipped: subject => `We went on without an answer: ${subject}`,
    elapsed: () => 'A deadline passed.',
    reported: subject => `Reported by an authority: ${subject}`,
    late: subject => `An answer came after it was no longer needed: ${subject}`,
    cancelled: () => 'The journey was cancelled.',
    undone: subject => `Undone at the authority: ${subject}`,
    'not-undone': subject => `Could not be undone at the authority: ${subject}`,
    held: () => 'A fault of ours has stopped the journey. We are looking at it, and nothing is lost.',
    waiting: () => 'Something arrived and waits until we have mended a fault.',
    resumed: () => 'The fault is mended, and the journey goes on.',
    moved: () => 'The journey went on.',
  },
};

/** One sentence on something that happened. */
export function happeningWords(
  happening: Pick<TimelineItem, 'kind' | 'subject'>,
  words: ReaderWords,
): string {
  return SENTENCES[words.language][happening.kind](subjectWords(happening, words));
}

function subjectWords(
  { kind, subject = '' }: Pick<TimelineItem, 'kind' | 'subject'>,
  words: ReaderWords,
): string {
  switch (kind) {
    case 'submitted': {
      const [task = '', event = ''] = subject.split(' ');
      return `${words.taskTitle(task)} (${words.taskEvent(task, event)})`;
    }
    case 'answered':
    case 'refused':
    case 'skipped':
    case 'late':
    case 'undone':
    case 'not-undone':
      return words.service(subject);
    case 'reported':
      return words.report(subject);
    default:
      return subject;
  }
}
