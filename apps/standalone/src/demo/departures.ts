import { iso } from '#calendar';
import { type CompiledJourney, type JourneyState, personsIn } from '#journey';
import { personsNamedIn } from '#schema';
import { type Happening, type PlayedStep } from '#workshop';
import { type JourneyDocument } from '../../../api/src/citizen/journey-document.js';
import { type OpsDispatch } from '../../../api/src/ops/ops-documents.js';
import { type Shown } from './rest-play.js';

/**
 * *Differential testing*, with the play in virtual time as the oracle, of which the scenario's expectations hold: what REST shows
 * after a step must be the same.
 *
 * @param earlier how the journey stood before the step, in virtual time
 * @param before what REST showed then
 * @returns what is not the same, in words
 */
export function departures(
  step: PlayedStep,
  shown: Shown,
  earlier: PlayedStep | undefined,
  before: Shown | undefined,
  journey: CompiledJourney,
): string[] {
  const { ops, read, refused } = shown;
  const over = step.status === 'cancelled';
  const states = over ? [] : journey.activePaths(step.state);
  const waits = over ? [] : journey.waits(step.state).dispatches.map(({ service }) => service);
  const dispatches = ops.dispatches.filter(isNoDelivery);
  const asked = dispatches.filter(({ id }) => !before?.ops.dispatches.some(known => known.id === id));
  return [
    ...unlike('status', [step.status], [ops.status === 'cancelling' ? 'cancelled' : ops.status]),
    ...unlike('active states', states, ops.states),
    ...unlike(
      'services that were asked',
      askedIn(step),
      asked.map(({ service }) => service),
    ),
    ...(over ? [] : unlike('services that have not answered', waits, openOf(dispatches))),
    ...unlike(
      'entries of the journal',
      entriesOf(step, earlier?.state, journey),
      writtenIn(shown, before, journey),
    ),
    ...unlike('refusal', codesOf(step.refused), codesOf(refused)),
    ...[...read].flatMap(([name, document]) => readingOf(name, document, step, journey)),
    ...[...read.keys()].flatMap(name =>
      unlike(`messages to ${name}`, messagesTo(name, step, journey), messagesIn(name, shown, before)),
    ),
  ];
}

/** What a participant reads: the states that they may see, and what they must do by when. */
function readingOf(
  name: string,
  document: JourneyDocument,
  step: PlayedStep,
  journey: CompiledJourney,
): string[] {
  if (step.status !== 'active') return [];
  const roles = journey.rolesOf(step.state, name);
  const visible = (path: string): boolean => journey.isVisible(path, roles);
  const open = journey.openTasks(step.state, step.at).filter(({ task }) => visible(task));
  const own = open.filter(({ persons }) => persons.includes(name));
  return [
    ...unlike(`roles of ${name}`, roles, document.roles),
    ...unlike(
      `states that ${name} sees`,
      journey.activePaths(step.state).filter(visible),
      document.states.map(({ path }) => path),
    ),
    ...unlike(
      `tasks of ${name}`,
      own.map(({ task, due, events }) =>
        line(
          task,
          due === undefined ? undefined : iso(due),
          events.map(({ event }) => event),
        ),
      ),
      document.tasks.map(({ task, due, events }) =>
        line(
          task,
          due,
          events.map(({ event }) => event),
        ),
      ),
    ),
  ];
}

/** The journal of a step, as virtual time has it. */
export function entriesOf(
  { happenings }: PlayedStep,
  before: JourneyState | undefined,
  journey: CompiledJourney,
): string[] {
  const reminded = new Set<string>();
  return happenings.flatMap(happening => {
    const entry = entryOf(happening, journey);
    // A report comes to the journeys of those whom it names, and which listen for it.
    if (entry === undefined || (happening.kind === 'reported' && !concerns(happening, before, journey)))
      return [];
    if (happening.kind === 'message' && reminded.has(entry)) return [];
    if (happening.kind === 'message') reminded.add(entry);
    return [entry];
  });
}

function concerns(
  { event, data }: Extract<Happening, { readonly kind: 'reported' }>,
  state: JourneyState | undefined,
  journey: CompiledJourney,
): boolean {
  const { catalogue, definition } = journey;
  const contract = catalogue.registerEvent(event);
  if (!state || !contract) return true;
  // An offer may be made on it all the same.
  if (!journey.awaits(state, event)) return false;
  const taking = Object.keys(definition.roles).flatMap(role => personsIn(state.context, role));
  return personsNamedIn(data, contract.data).some(person => taking.includes(person));
}

/** An entry of the journal in words that are the same for both: when, of which kind, about what. */
function entryOf(happening: Happening, journey: CompiledJourney): string | undefined {
  const at = iso(happening.at);
  switch (happening.kind) {
    case 'submitted':
      return `${at} submitted ${happening.task} ${happening.event}`;
    case 'reported':
      return `${at} reported ${happening.event}`;
    case 'elapsed':
      return `${at} elapsed ${happening.step}`;
    case 'answered':
    case 'refused':
    case 'skipped':
      return `${at} ${happening.kind} ${happening.service}`;
    case 'started':
      return `${at} began ${happening.journey}`;
    case 'cancelled':
      return `${at} cancelled ${journey.definition.id}`;
    case 'undone':
      return `${at} undone ${happening.service}`;
    case 'message':
      return happening.effect.type === 'reminder' ? `${at} elapsed ${happening.effect.task}` : undefined;
    default:
      return undefined;
  }
}

/** What a participant is written in a step, in Danish. */
function messagesTo(person: string, { happenings }: PlayedStep, { words }: CompiledJourney): string[] {
  return happenings.flatMap(happening => {
    if (happening.kind !== 'message' || !happening.persons.includes(person)) return [];
    const { effect, state } = happening;
    const reader = { person, state };
    const { subject, body } =
      effect.type === 'reminder' ? words.reminder(effect, 'da', reader) : words.message(effect, 'da', reader);
    return [`${subject}: ${body}`];
  });
}

function messagesIn(person: string, shown: Shown, before: Shown | undefined): string[] {
  const known = before?.messages.get(person)?.length ?? 0;
  return (shown.messages.get(person) ?? []).slice(known).map(({ subject, body }) => `${subject}: ${body}`);
}

/** The delivery of a message is no request of the journey's own. */
function isNoDelivery({ step }: OpsDispatch): boolean {
  return step !== undefined;
}

/** What was written into the journal since. */
export function writtenIn({ ops }: Shown, before: Shown | undefined, journey: CompiledJourney): string[] {
  const since = before?.ops.journal.at(-1)?.seq ?? 0;
  return ops.journal
    .filter(({ seq, kind }) => seq > since && kind !== 'started')
    .map(entry => writtenEntry(entry, journey));
}

function writtenEntry(
  { at, kind, subject }: Shown['ops']['journal'][number],
  journey: CompiledJourney,
): string {
  const about = kind === 'elapsed' ? (journey.stepOfTimer(subject) ?? subject) : subject;
  return `${at} ${kind} ${about}`;
}

function askedIn({ happenings }: PlayedStep): string[] {
  const stopped = new Set(happenings.flatMap(item => (item.kind === 'stopped' ? [item.seq] : [])));
  return happenings.flatMap(item => {
    if (item.kind === 'undone') return [item.service];
    // What one change both asks and takes back is never asked.
    return item.kind === 'dispatched' && !stopped.has(item.seq) ? [item.service] : [];
  });
}

function openOf(dispatches: readonly OpsDispatch[]): string[] {
  return dispatches
    .filter(({ status }) => ['pending', 'accepted', 'parked'].includes(status))
    .map(({ service }) => service);
}

function codesOf(refused: Shown['refused']): string[] {
  return refused ? [refused.code, ...refused.fields] : [];
}

function line(task: string, due: string | undefined, events: readonly string[]): string {
  return `${task} (${events.join(', ')})${due === undefined ? '' : ` by ${due}`}`;
}

function unlike(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const [missing, strange] = [without(expected, found), without(found, expected)];
  return [
    ...missing.map(item => `${what}: there should be ${item}`),
    ...strange.map(item => `${what}: there should not be ${item}`),
  ];
}

/** Multiset difference. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter(item => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
