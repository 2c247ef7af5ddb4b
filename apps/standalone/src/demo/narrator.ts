import { dateAt, dateInWords } from '#calendar';
import { nameAlone } from '#journey';
import { type Instant } from '#statechart';
import { type Move } from '#workshop';
import { type HappeningDocument, type JourneyDocument } from '../../../api/src/citizen/journey-document.js';
import { type SectionDocument } from '../../../api/src/citizen/section-document.js';
import { type TaskDocument } from '../../../api/src/citizen/task-document.js';
import { type MessageDocument } from '../../../api/src/mailbox/message-document.js';
import { type Shown } from './rest-play.js';

const CLOCK = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' });
const BY: Readonly<Record<NonNullable<HappeningDocument['by']>, string>> = {
  you: '',
  participant: '',
  authority: '',
  time: '',
  operations: 'Driften greb ind. ',
};

/** Tells on a terminal, in Danish, what was done and what each participant reads that is new to them. */
export class Narrator {
  readonly #write: (line: string) => void;
  readonly #read = new Map<string, JourneyDocument>();
  readonly #messages = new Map<string, number>();
  #day = '';

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** Something that was done, and when. */
  did(what: string, at: Instant): void {
    const day = dateInWords(dateAt(at)).da;
    if (day !== this.#day) this.#write(`\n── ${day} ${'─'.repeat(Math.max(0, 70 - day.length))}`);
    this.#day = day;
    this.#write(`\n${CLOCK.format(at)}  ${what}`);
  }

  /** What everybody reads that is new to them. */
  reads(shown: Shown): void {
    for (const [name, document] of shown.read) {
      const written = shown.messages.get(name) ?? [];
      const messages = written.slice(this.#messages.get(name) ?? 0).flatMap(letter);
      this.#messages.set(name, written.length);
      const lines = [...newsOf(document, this.#read.get(name)), ...messages];
      if (lines.length > 0)
        this.#write([`       ${capital(name)} læser:`, ...lines.map(text => `         ${text}`)].join('\n'));
      this.#read.set(name, document);
    }
  }
}

/** What is done, before anybody reads what came of it. */
export function moveInWords(
  move: Move | undefined,
  applicant: string,
  title: string,
  shown: Shown | undefined,
): string {
  if (move === undefined) return `${capital(applicant)} begynder forløbet »${title}«.`;
  switch (move.kind) {
    case 'submit': {
      const task = shown?.read.get(move.as)?.tasks.find(open => open.task === move.task);
      if (!task) return `${capital(move.as)} prøver noget, der ikke er muligt: ${move.task}`;
      const button = task.events.find(({ event }) => event === move.event)?.label ?? move.event;
      return `${capital(move.as)}: ${task.title}  [${button}]`;
    }
    case 'cancel':
      return `${capital(move.as)} annullerer.`;
    case 'report':
      return `Et register melder: ${move.event}`;
    case 'skip':
      return `Driften springer over: ${move.service}`;
    case 'answer':
    case 'refuse':
      return `Myndigheden svarer: ${move.service}`;
    case 'end':
      return `Et andet forløb slutter: ${move.name}`;
    case 'wait':
      return 'Tiden går.';
  }
}

function newsOf(now: JourneyDocument, before: JourneyDocument | undefined): string[] {
  const seen = new Set(before?.happened.map(({ id }) => id));
  const happened = now.happened.filter(({ id, by }) => !seen.has(id) && by !== 'you').map(told);
  return [
    ...(now.label !== undefined && now.label !== before?.label ? [now.label] : []),
    ...new Set(happened),
    ...fresh(sectionLines(now), before && sectionLines(before)),
    ...fresh(taskLines(now), before && taskLines(before)),
    ...fresh(workLines(now), before && workLines(before)),
    ...(now.outcome && !before?.outcome ? [`Sådan endte det: ${now.outcome.text}`] : []),
  ];
}

/** What was not there before. */
function fresh(lines: readonly string[], before: readonly string[] = []): readonly string[] {
  return lines.filter(line => !before.includes(line));
}

const STATUS: Readonly<Record<SectionDocument['status'], string>> = {
  later: 'kommer senere',
  yours: 'venter på dig',
  theirs: 'i gang',
  done: 'færdig',
  refused: 'fik nej',
  notNeeded: 'ikke nødvendigt',
};

/** The sections that have begun, and what they have come to. */
function sectionLines({ sections }: JourneyDocument): readonly string[] {
  return sections
    .filter(({ status }) => status !== 'later')
    .map(({ title, status, outcomes }) => {
      const said = outcomes.map(({ text }) => text).join('. ');
      return `▸ ${title}: ${STATUS[status]}${said && `. ${said}`}`;
    });
}

const ASKED: Readonly<Record<TaskDocument['kind'], string>> = {
  must: 'Du skal',
  may: 'Du kan',
  standing: 'Hvis det sker',
};

/** What they must do, may do or find a door open for, with what it is about. */
function taskLines({ tasks }: JourneyDocument): readonly string[] {
  return tasks.map(({ kind, title, due, shows, ifNothing }) =>
    [
      `☐ ${ASKED[kind]}: ${title}${until(due)}`,
      ...shows.map(({ label, value }) => `    ${label}: ${value}`),
      ...(ifNothing === undefined ? [] : [`    ${ifNothing}`]),
    ].join('\n         '),
  );
}

function workLines({ authorities }: JourneyDocument): readonly string[] {
  return authorities.map(
    ({ authorityName, text, due }) => `… ${nameAlone(authorityName)}: ${text}${until(due)}`,
  );
}

/** A message as it lies in the mailbox. */
function letter({ subject, body }: MessageDocument): string[] {
  return [`✉ ${subject}`, ...body.split('\n').map(line => `  ${line}`)];
}

function told({ by, text }: HappeningDocument): string {
  return `${by === undefined ? '' : BY[by]}${text}`;
}

/** The last day on which it may still be done: what is due at midnight is due the day before. */
function until(due: string | undefined): string {
  return due === undefined ? '' : ` (senest ${dateInWords(dateAt(Date.parse(due) - 1)).da})`;
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
