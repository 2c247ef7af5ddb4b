import { dateAt, endOfDay } from '#calendar';
import { type CompiledJourney, correlatedPersons, isTold, type Telling } from '#journey';
import { type Instant, type Json } from '#statechart';
import { type JourneyRecord } from '../journey-record.js';
import { isQuiet, isStateQuiet } from '../is-quiet.js';
import { roleOf } from '../role-of.js';
import { type OpenedJourney } from '../opened-journey.js';
import { type Tiding } from '../ports.js';
import { timelineOf } from '../timeline.js';
import { type Ending } from './endings.js';
import { partiesOf } from './parties-of.js';
import { fieldAt, lastDayAt, textAt } from './text-at.js';
import { untilEnded } from './until-ended.js';
import { withReceipts } from './with-receipts.js';

/** One thing that an authority has told by an answer or a report: a decision, a benefit, a payment or an appointment. */
export interface Told {
  readonly is: Telling['is'];
  /** The service that answered, or the report. */
  readonly source: string;
  /** The authority that told it, or the role where nobody more precise is known. */
  readonly authority: string;
  /** Path of the state that had asked, or that took the report. */
  readonly state: string;
  /** Number of the entry of the journal that tells it, and its place in it. */
  readonly entry: number;
  readonly item: number;
  readonly at: Instant;
  /** Day of the decision, the payment or the appointment; of a decision without one, the day on which it was told. */
  readonly day?: string;
  /** Of a decision that says so. */
  readonly granted?: boolean;
  /** How a decision came out otherwise: the field that says it, and its value. */
  readonly result?: { readonly field: string; readonly value: string };
  readonly grounds?: string;
  /** Danish kroner. */
  readonly amount?: number;
  readonly every?: NonNullable<Telling['every']>;
  readonly from?: string;
  readonly until?: string;
  readonly to?: NonNullable<Telling['to']>;
  /** A payment has been made. */
  readonly paid?: true;
  readonly place?: string;
  readonly reference?: string;
  readonly noAppeal?: NonNullable<Telling['noAppeal']>;
  /** Path of the open task with which the reader can appeal it, and until when; absent once the day that the decision says has passed. */
  readonly appeal?: { readonly task: string; readonly due?: Instant };
}

/** The property of a request that says about whom it is. */
const SUBJECT = 'person';
/** The field that says yes or no to what was asked for; any other says that something is so. */
const GRANTED = 'granted';

/** What is known of a journey, and what is over by what any journey of the reader has been told. */
interface ToldFrom {
  /** Newest first. */
  readonly tidings: readonly Tiding[];
  readonly endings: readonly Ending[];
  readonly tasks: readonly OpenTask[];
}

interface OpenTask {
  readonly task: string;
  readonly due?: Instant;
}

/**
 * What the answers and reports of a journey tell one reader, newest first. What an authority has told about another participant is theirs. Of
 * a service that was asked twice from the same state the last answer holds, and of a report that it took twice the last.
 */
export function toldTo(
  { record, compiled, person, roles }: OpenedJourney,
  { tidings, endings, tasks }: ToldFrom,
  now: Instant,
): Told[] {
  const entries = tidings.map(({ entry }) => entry);
  const known = new Map(
    timelineOf(entries, person, roles, compiled).map(item => [item.seq, item.authority] as const),
  );
  const others = othersThan(person, record, compiled);
  const open = new Set(tasks);
  const seen = new Set<string>();
  const quiet = isQuiet(record, compiled);
  return withReceipts(
    tidings.flatMap((tiding): Told[] => {
      const { entry, data } = tiding;
      const { seq, subject: source, state } = entry;
      if (state === undefined || !known.has(seq) || !compiled.isVisible(state, roles)) return [];
      const subjects = subjectsOf(tiding, compiled);
      if (!subjects.includes(person) && subjects.some(subject => others.has(subject))) return [];
      const place = `${state} ${source}`;
      if (seen.has(place)) return [];
      seen.add(place);
      const authority = known.get(seq) ?? roleOf(source);
      const appeals = compiled.appealsOf(state, tiding.asked ? undefined : source);
      // Of several decisions that one task is about, it is about the last.
      const appealed = [...open].find(({ task }) => appeals.includes(task));
      if (appealed) open.delete(appealed);
      const { catalogue } = compiled;
      const service = tiding.asked && catalogue.service(source);
      const report = tiding.asked ? undefined : catalogue.registerEvent(source);
      const { tells = [] } = service ?? report ?? {};
      const body = service?.answer ?? report?.data ?? true;
      const isDenied = tells.some(({ result }) => result === GRANTED) && fieldAt(data, GRANTED) === false;
      return tells.flatMap((telling, index): Told[] => {
        if (telling.ends || !isTold(telling, body, data)) return [];
        // What was arranged before a loss is not announced after it, whether or not it has been called off yet.
        if (quiet && telling.is === 'appointment' && !isStateQuiet(state, compiled)) return [];
        const said = saidBy(telling, data);
        if (!said || (isDenied && telling.is !== 'decision')) return [];
        const { at } = entry;
        const head = { is: telling.is, source, authority, state, entry: seq, item: index, at };
        if (telling.is !== 'decision') {
          const parties = partiesOf(telling, tiding);
          return untilEnded({ told: { ...head, ...said }, journey: record.id, parties }, endings);
        }
        const appeal = appealed && appealWith(appealed, textAt(data, telling.appealBy), now);
        return [{ day: dateAt(at), ...head, ...said, ...(appeal && { appeal }) }];
      });
    }),
  );
}

/** Until the day that the decision says; else as long as the task is open, in which there may be more time to do other things as well. */
function appealWith({ task, due }: OpenTask, lastDay: string | undefined, now: Instant): Told['appeal'] {
  if (lastDay === undefined) return { task, ...(due !== undefined && { due }) };
  const until = endOfDay(lastDay);
  return now < until ? { task, due: until } : undefined;
}

/** About whom an answer or a report is. */
function subjectsOf({ entry, data, asked }: Tiding, { catalogue }: CompiledJourney): readonly string[] {
  if (!asked) return correlatedPersons(data, catalogue.registerEvent(entry.subject)?.data ?? true);
  const subject = fieldAt(asked.input, SUBJECT);
  return typeof subject === 'string' ? [subject] : [];
}

/** Whoever else takes part, in whatever role acts. */
function othersThan(
  person: string,
  { state }: JourneyRecord,
  { roles }: CompiledJourney,
): ReadonlySet<string> {
  const holders = roles.flatMap(role => state.chart.context.roles[role] ?? []);
  return new Set(holders.map(holder => holder.person).filter(other => other !== person));
}

type Said = Omit<Told, 'is' | 'source' | 'authority' | 'state' | 'entry' | 'item' | 'at' | 'appeal'>;

/** The fields that a telling names; undefined when it is of an amount or a day that is not given. */
function saidBy(telling: Telling, data: Json): Said | undefined {
  const text = (name: string | undefined) => textAt(data, name);
  const amount = telling.amount === undefined ? undefined : fieldAt(data, telling.amount);
  if (telling.amount !== undefined && (typeof amount !== 'number' || amount === 0)) return undefined;
  const day = text(telling.day);
  if (telling.is === 'appointment' && day === undefined) return undefined;
  const result = telling.result === undefined ? undefined : fieldAt(data, telling.result);
  const isGrant = telling.result === GRANTED;
  const said = {
    day,
    granted: isGrant && typeof result === 'boolean' ? result : undefined,
    result:
      !isGrant && telling.result !== undefined && isScalar(result)
        ? { field: telling.result, value: String(result) }
        : undefined,
    grounds: text(telling.grounds),
    amount: typeof amount === 'number' ? amount : undefined,
    every: telling.every,
    from: text(telling.period?.from),
    until: lastDayAt(data, telling.period),
    to: telling.to,
    paid: telling.paid,
    place: text(telling.place),
    reference: text(telling.reference),
    noAppeal: telling.noAppeal,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said;
}

function isScalar(value: Json | undefined): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}
