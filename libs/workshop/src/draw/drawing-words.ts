import { type Language } from '#journey';

/** The words a drawing itself needs, beside the journey's own texts. */
export interface DrawingWords {
  readonly answered: string;
  readonly refused: string;
  readonly skipped: string;
  readonly allDone: string;
  readonly otherwise: string;
  /** How a journey that is waited for has ended, by its key under `ended`. */
  readonly ends: Readonly<Record<string, string>>;
  readonly starts: (journey: string) => string;
  readonly joins: (journey: string) => string;
  /** Bounds within which municipalities decide. */
  readonly local: (least?: string, most?: string) => string;
  readonly after: string;
  readonly within: string;
  readonly by: string;
  readonly from: string;
  readonly ownChoice: string;
  readonly states: (count: number) => string;
  readonly more: (count: number) => string;
  readonly history: string;
  readonly anytime: string;
  readonly legend: string;
  readonly difference: (title: string, before: string) => string;
  readonly changes: Readonly<Record<'added' | 'removed' | 'changed', string>>;
  /** A name as it stands in the file. */
  readonly code: string;
  readonly tiers: Readonly<Record<'municipal' | 'regional' | 'state', string>>;
  readonly marks: Readonly<
    Record<'person' | 'clock' | 'register' | 'refusal' | 'skip' | 'done' | 'message' | 'journey', string>
  >;
  /** Text alternative of the whole picture (WCAG 1.1.1). */
  readonly describe: (count: { states: number; tasks: number; services: number; timers: number }) => string;
}

/** {@link DrawingWords} by language. */
export const DRAWING_WORDS: Readonly<Record<Language, DrawingWords>> = {
  da: {
    answered: 'svar',
    refused: 'afslag',
    skipped: 'sprunget over',
    allDone: 'alle dele er færdige',
    otherwise: 'ellers',
    ends: {
      done: 'afsluttet',
      refused: 'endte med afslag',
      notNeeded: 'viste sig ikke nødvendigt',
      cancelled: 'annulleret',
      notStarted: 'kunne ikke begyndes',
      else: 'endte på anden måde',
    },
    starts: journey => `begynder ${journey}`,
    joins: journey => `venter på ${journey}`,
    local: (least, most) =>
      `kommunen bestemmer${least ? `, mindst ${least}` : ''}${most ? `, højst ${most}` : ''}`,
    after: 'efter',
    within: 'inden for',
    by: 'senest',
    from: 'fra',
    ownChoice: 'eget valg',
    states: count => `${count} ${count === 1 ? 'tilstand' : 'tilstande'}`,
    more: count => `… og ${count} til`,
    history: 'tilbage til sidst',
    anytime: 'Når som helst',
    legend: 'Signaturforklaring',
    difference: (title, before) => `${title}: ændret siden ${before}`,
    changes: { added: 'Kommet til', removed: 'Taget ud', changed: 'Ændret' },
    code: 'Navn i forløbets fil',
    tiers: { municipal: 'Kommune', regional: 'Region', state: 'Stat' },
    marks: {
      person: 'Opgave for en deltager',
      clock: 'Frist eller ventetid',
      register: 'Hændelse fra et register',
      refusal: 'Afslag',
      skip: 'Sprunget over af driften',
      done: 'Svar, eller alle dele er færdige',
      message: 'Besked til en deltager',
      journey: 'En anden livsbegivenhed',
    },
    describe: count =>
      `Tilstandsdiagram med ${count.states} tilstande, ${count.tasks} opgaver, ${count.services} henvendelser til myndigheder og ${count.timers} frister.`,
  },
  en: {
    answered: 'answered',
    refused: 'refused',
    skipped: 'skipped',
    allDone: 'all parts are done',
    otherwise: 'otherwise',
    ends: {
      done: 'done',
      refused: 'refused',
      notNeeded: 'not needed',
      cancelled: 'cancelled',
      notStarted: 'could not be begun',
      else: 'ended otherwise',
    },
    starts: journey => `starts ${journey}`,
    joins: journey => `waits for ${journey}`,
    local: (least, most) =>
      `the municipality decides${least ? `, at least ${least}` : ''}${most ? `, at most ${most}` : ''}`,
    after: 'after',
    within: 'within',
    by: 'by',
    from: 'from',
    ownChoice: 'own choice',
    states: count => `${count} ${count === 1 ? 'state' : 'states'}`,
    more: count => `… and ${count} more`,
    history: 'back to the last',
    anytime: 'At any time',
    legend: 'Legend',
    difference: (title, before) => `${title}: changed since ${before}`,
    changes: { added: 'Added', removed: 'Removed', changed: 'Changed' },
    code: 'Name in the file of the journey',
    tiers: { municipal: 'Municipality', regional: 'Region', state: 'State' },
    marks: {
      person: 'Task of a participant',
      clock: 'Deadline or waiting time',
      register: 'Event from a register',
      refusal: 'Refused',
      skip: 'Skipped by operations',
      done: 'Answered, or all parts are done',
      message: 'Message to a participant',
      journey: 'Another life event',
    },
    describe: count =>
      `Statechart of ${count.states} states, ${count.tasks} tasks, ${count.services} requests to authorities and ${count.timers} deadlines.`,
  },
};
