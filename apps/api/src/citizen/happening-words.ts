import { type Language, onlySends } from '#journey';
import { type TimelineItem } from '#runtime';
import { type ReaderWords } from './reader-words.js';

/** What there is to say of something that happened. */
interface Said {
  /** What an authority does or reports, title of a task, or who had the case. */
  readonly what: string;
  /** Name of the authority, as it stands within a sentence. */
  readonly who: string;
  /** What was on the button. */
  readonly choice: string;
  readonly byReader: boolean;
  /** Who did it for the reader. */
  readonly holder?: string;
  /** Why the authority refused, a sentence of its own. */
  readonly reason?: string;
}

type Sentence = (said: Said) => string;

const SENTENCES: Readonly<Record<Language, Readonly<Record<TimelineItem['kind'], Sentence>>>> = {
  da: {
    started: ({ holder }) => (holder ? `${holder} begyndte forløbet for dig.` : 'Forløbet begyndte.'),
    submitted: ({ what, choice, byReader, holder }) =>
      holder
        ? `${holder} har svaret på ”${what}”${withChoice(choice, ` med ”${choice}”`)} for dig.`
        : byReader
          ? `Du har svaret på ”${what}”${withChoice(choice, ` med ”${choice}”`)}.`
          : `Der er svaret på ”${what}”${withChoice(choice, ` med ”${choice}”`)}.`,
    answered: ({ what }) => `Det, vi bad om, er gjort: ”${what}”.`,
    refused: ({ what, reason }) =>
      [
        `Der blev sagt nej til det, vi bad om: ”${what}”.`,
        ...(reason ? [`Begrundelse: ${reason}`] : []),
      ].join(' '),
    skipped: ({ what }) => `Vi gik videre uden svar på det, vi bad om: ”${what}”.`,
    elapsed: ({ what }) => (what ? `Tiden er gået for ”${what}”.` : 'En frist er udløbet.'),
    reported: ({ what }) => `Vi har fået besked: ”${what}”.`,
    late: ({ what }) => `Svaret kom, da det ikke længere var nødvendigt. Vi havde bedt om: ”${what}”.`,
    cancelled: ({ holder }) =>
      holder ? `${holder} har annulleret forløbet for dig.` : 'Forløbet blev annulleret.',
    undone: ({ what }) => `Det, vi bad om, er gjort: ”${what}”.`,
    'not-undone': ({ what }) => `Det, vi bad om, er ikke gjort: ”${what}”.`,
    held: () => 'En fejl hos os har standset forløbet. Vi ser på det, og intet er gået tabt.',
    waiting: () => 'Noget kom ind og venter, til vi har rettet en fejl.',
    resumed: () => 'Fejlen er rettet, og forløbet fortsætter.',
    offered: ({ who }) => `Du fik tilbudt forløbet, fordi ${who} havde meddelt noget.`,
    declined: () => 'Du har sagt nej tak til forløbet.',
    began: ({ what }) => `Et nyt forløb er begyndt for dig: ”${what}”.`,
    ended: ({ what }) => `Det andet forløb, ”${what}”, er slut.`,
    told: () => 'Forløbet er slut, og det er meddelt det forløb, som begyndte det.',
    'authority-changed': ({ what, who }) =>
      `Sagen er gået over fra ${what} til ${who}. Ingen skal gøre noget.`,
    moved: () => 'Forløbet gik videre.',
  },
  en: {
    started: ({ holder }) => (holder ? `${holder} began the journey for you.` : 'The journey began.'),
    submitted: ({ what, choice, byReader, holder }) =>
      holder
        ? `${holder} answered “${what}”${withChoice(choice, ` with “${choice}”`)} for you.`
        : byReader
          ? `You answered “${what}”${withChoice(choice, ` with “${choice}”`)}.`
          : `“${what}” was answered${withChoice(choice, ` with “${choice}”`)}.`,
    answered: ({ what }) => `What we asked for is done: “${what}”.`,
    refused: ({ what, reason }) =>
      [`What we asked for was refused: “${what}”.`, ...(reason ? [`The reason: ${reason}`] : [])].join(' '),
    skipped: ({ what }) => `We continued without an answer to what we asked for: “${what}”.`,
    elapsed: ({ what }) => (what ? `The time for “${what}” is over.` : 'A deadline passed.'),
    reported: ({ what }) => `We have been told: “${what}”.`,
    late: ({ what }) => `The answer came after it was no longer needed. We had asked for: “${what}”.`,
    cancelled: ({ holder }) =>
      holder ? `${holder} cancelled the journey for you.` : 'The journey was cancelled.',
    undone: ({ what }) => `What we asked for is done: “${what}”.`,
    'not-undone': ({ what }) => `What we asked for has not been done: “${what}”.`,
    held: () => 'A fault on our side has stopped the journey. We are looking at it, and nothing is lost.',
    waiting: () => 'Something arrived and is waiting until we have fixed a fault.',
    resumed: () => 'The fault is fixed, and the journey continues.',
    offered: ({ who }) => `The journey was offered to you because ${who} had reported something.`,
    declined: () => 'You have said no thank you to the journey.',
    began: ({ what }) => `A new journey has begun for you: “${what}”.`,
    ended: ({ what }) => `The other journey, “${what}”, is over.`,
    told: () => 'The journey is over, and the one that began it has been told.',
    'authority-changed': ({ what, who }) =>
      `The case has passed from ${what} to ${who}. Nobody need do anything.`,
    moved: () => 'The journey went on.',
  },
};

type Told = Pick<
  TimelineItem,
  'kind' | 'by' | 'holder' | 'holderAuthority' | 'authority' | 'subject' | 'state' | 'refusal'
>;

/** One sentence or two on something that happened. */
export function happeningWords(happening: Told, words: ReaderWords): string {
  return SENTENCES[words.language][happening.kind](saidOf(happening, words));
}

function saidOf(
  { kind, by, holder, holderAuthority, authority, subject = '', state, refusal }: Told,
  words: ReaderWords,
): Said {
  const { catalogue, definition } = words.compiled;
  const said = {
    what: subject,
    who: '',
    choice: '',
    byReader: by === 'you',
    ...(holder !== undefined && { holder: words.holder(holder, holderAuthority) }),
  };
  switch (kind) {
    case 'submitted': {
      const [task = '', event = ''] = subject.split(' ');
      return { ...said, what: words.taskTitle(task), choice: words.taskEvent(task, event) };
    }
    case 'elapsed': {
      const isTask = state !== undefined && Object.hasOwn(definition.texts[words.language].tasks, state);
      return { ...said, what: (isTask ? words.taskTitle(state) : words.state(state ?? '')) ?? '' };
    }
    case 'offered':
      return {
        ...said,
        who: words.authority(authority ?? catalogue.registerEvent(subject)?.authority ?? ''),
      };
    case 'began':
    case 'ended':
      return { ...said, what: words.journey(subject) };
    case 'authority-changed': {
      const [from = '', to = ''] = subject.split(' ');
      return { ...said, what: words.authorityThen(from), who: words.authority(to) };
    }
    default: {
      const reason = words.of(catalogue.service(subject)?.refusals[refusal ?? '']);
      return {
        ...said,
        what: words.doing(subject, authority),
        ...(reason !== undefined && { reason }),
      };
    }
  }
}

/** Which answer was given, unless its button only sends. */
function withChoice(choice: string, said: string): string {
  return onlySends(choice) ? '' : said;
}
