import { dateAt, dateInWords } from '#calendar';
import { type Instant } from '#statechart';
import { type Move } from '#workshop';
import { type HappeningDocument, type JourneyDocument } from '../../../api/src/citizen/journey-document.js';
import { type MessageDocument } from '../../../api/src/mailbox/message-document.js';
import { type Shown } from './rest-play.js';

const CLOCK = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' });
const BY: Readonly<Record<NonNullable<HappeningDocument['by']>, string>> = {
  you: '',
  participant: '',
  authority: '',
  time: 'Tiden gik. ',
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
  const open = new Set(before?.tasks.map(({ task }) => task));
  const waits = new Set(before?.authorities.map(({ text }) => text));
  const where = now.states.at(-1)?.text;
  const happened = now.happened.filter(({ id, by }) => !seen.has(id) && by !== 'you').map(told);
  const tasks = now.tasks
    .filter(({ task }) => !open.has(task))
    .map(({ title, due }) => `Du kan nu: ${title}${until(due)}`);
  const authorities = now.authorities
    .filter(({ text }) => !waits.has(text))
    .map(({ text, due }) => `Vi venter på svar: ${text}${until(due)}`);
  const ended = now.status !== 'active' && before?.status !== now.status && where !== undefined;
  return [...happened, ...authorities, ...tasks, ...(ended ? [`Sådan endte det: ${where}`] : [])];
}

/** A message as it lies in the mailbox. */
function letter({ subject, body }: MessageDocument): string[] {
  return [`✉ ${subject}`, ...body.split('\n').map(line => `  ${line}`)];
}

function told({ by, text, entered }: HappeningDocument): string {
  const where = [...new Set(entered.map(state => state.text).filter(Boolean))];
  return `${by === undefined ? '' : BY[by]}${text}${where.length > 0 ? ` → ${where.join(' · ')}` : ''}`;
}

/** The last day on which it may still be done: what is due at midnight is due the day before. */
function until(due: string | undefined): string {
  return due === undefined ? '' : `, senest ${dateInWords(dateAt(Date.parse(due) - 1)).da}`;
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
