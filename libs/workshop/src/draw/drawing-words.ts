import { type Language } from '#journey';

/** The words a drawing itself needs, beside the journey's own texts. */
export interface DrawingWords {
  readonly answered: string;
  readonly refused: string;
  readonly skipped: string;
  readonly allDone: string;
  readonly otherwise: string;
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
  readonly tiers: Readonly<Record<'municipal' | 'regional' | 'state', string>>;
  readonly marks: Readonly<
    Record<'person' | 'clock' | 'register' | 'refusal' | 'skip' | 'done' | 'message', string>
  >;
  readonly units: Readonly<
    Record<'Y' | 'M' | 'W' | 'D' | 'h' | 'm' | 's', readonly [one: string, many: string]>
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
    tiers: { municipal: 'Kommune', regional: 'Region', state: 'Stat' },
    marks: {
      person: 'Opgave for en deltager',
      clock: 'Frist eller ventetid',
      register: 'Hændelse fra et register',
      refusal: 'Afslag',
      skip: 'Sprunget over af driften',
      done: 'Svar, eller alle dele er færdige',
      message: 'Besked til en deltager',
    },
    units: {
      Y: ['år', 'år'],
      M: ['måned', 'måneder'],
      W: ['uge', 'uger'],
      D: ['dag', 'dage'],
      h: ['time', 'timer'],
      m: ['minut', 'minutter'],
      s: ['sekund', 'sekunder'],
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
    tiers: { municipal: 'Municipality', regional: 'Region', state: 'State' },
    marks: {
      person: 'Task of a participant',
      clock: 'Deadline or waiting time',
      register: 'Event from a register',
      refusal: 'Refused',
      skip: 'Skipped by operations',
      done: 'Answered, or all parts are done',
      message: 'Message to a participant',
    },
    units: {
      Y: ['year', 'years'],
      M: ['month', 'months'],
      W: ['week', 'weeks'],
      D: ['day', 'days'],
      h: ['hour', 'hours'],
      m: ['minute', 'minutes'],
      s: ['second', 'seconds'],
    },
    describe: count =>
      `Statechart of ${count.states} states, ${count.tasks} tasks, ${count.services} requests to authorities and ${count.timers} deadlines.`,
  },
};
