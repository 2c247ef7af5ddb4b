import { type CompiledJourney } from '#journey';
import { personsNamedIn } from '#schema';
import { type Instant, type Json, type Stimulus } from '#statechart';
import { type JourneyRecord } from '../journey-record.js';
import { endingsIn, inForce } from '../overview/endings.js';
import { overviewRequest } from '../overview/overview-request.js';
import { toldTo } from '../overview/told.js';
import { type OverviewStore, type Tiding } from '../ports.js';
import { type Decision } from './decision.js';
import { reportOrigin, type ReportRequest } from './report.js';
import { journalOnly } from './step.js';

/**
 * Late report: the journey has ended, or listens for nothing of the kind. Nothing moves. Where what the journey has told somebody is over by it,
 * it is kept for that alone: nobody sees it, and of those whom it names only they are kept whose it was.
 *
 * @returns undefined when it ends nothing
 */
export async function decideLateReport(
  request: ReportRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
  overviews: Pick<OverviewStore, 'rowsOf'>,
): Promise<Decision | undefined> {
  const { authority, type: subject, data } = request;
  const journey = { record, compiled };
  const readers = readersOf(record, compiled);
  const viewers = [...compiled.roles, ...readers.map(({ person }) => person)];
  const rows = await overviews.rowsOf([overviewRequest(journey, viewers)]);
  const { tidings = [] } = rows.get(record.id) ?? {};
  const seq = record.version + 1;
  const late: Tiding = { entry: { seq, at, kind: 'late', subject, entered: [], left: [] }, data };
  const ends = endingsIn(journey, [late]);
  const before = endingsIn(journey, tidings);
  const told = (endings: typeof before): string =>
    JSON.stringify(
      readers.map(reader =>
        toldTo({ ...journey, ...reader }, { tidings, endings: inForce(endings), tasks: [] }, at),
      ),
    );
  const after = [...ends, ...before];
  const held = inForce(after);
  // What it lifts here may have ended what another journey has told.
  const isLifted = inForce(before).some(ending => !held.includes(ending));
  if (!isLifted && told(before) === told(after)) return undefined;
  const theirs = new Set(ends.flatMap(({ persons }) => persons));
  const named = personsNamedIn(data, compiled.catalogue.registerEvent(subject)?.data ?? true);
  const others = new Set(named.filter(person => !theirs.has(person)));
  const stimulus: Stimulus = { kind: 'event', event: { type: subject, data: without(others, data) } };
  return journalOnly(record, {
    kind: 'late',
    actor: `authority:${authority}`,
    subject,
    origin: reportOrigin(request),
    seenBy: [],
    detail: { stimulus },
  });
}

/** Whoever takes part, each with their roles. */
function readersOf({ state: { chart } }: JourneyRecord, compiled: CompiledJourney) {
  const holders = compiled.roles.flatMap(role => chart.context.roles[role] ?? []);
  return [...new Set(holders.map(({ person }) => person))].map(person => ({
    person,
    roles: compiled.rolesOf(chart, person),
  }));
}

function without(persons: ReadonlySet<string>, data: Json): Json {
  const isLeft = (value: Json | undefined): value is Json =>
    value !== undefined && (typeof value !== 'string' || !persons.has(value));
  if (Array.isArray(data)) return data.filter(isLeft).map(each => without(persons, each));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (isLeft(value) ? [[name, without(persons, value)]] : [])),
  );
}
