import {
  type ActionDefinition,
  type Definition,
  everyState,
  type InvokeDefinition,
  type JoinDefinition,
  type StateDefinition,
  type TaskDefinition,
  type TransitionDefinition,
} from '#journey';

type Entry = readonly [part: string, words: string];

/** A version as flat parts, each in words that are the same only when nothing of the part has changed. */
export function versionParts(definition: Definition): ReadonlyMap<string, string> {
  const { roles, conditions, delays, cancellation, retention, estimatedDuration, quiet, mandates, machine } =
    definition;
  const { takes, place, offers, conflicts, labels } = definition;
  return new Map<string, string>([
    ['cancellation', cancellation ? inWords(cancellation) : 'none'],
    ['retention', retention ? inWords(retention) : 'none'],
    ['estimated duration', estimatedDuration ?? 'none'],
    ...(quiet ? [['quiet', 'throughout'] as const] : []),
    ...(mandates ? [['mandates', mandates] as const] : []),
    ['takes', takes ?? 'nothing'],
    ['place', place ?? 'none'],
    ['label', labels.length > 0 ? labels.map(({ at: _, ...label }) => inWords(label)).join(', ') : 'none'],
    ...Object.entries(offers).map(([name, offer]): Entry => [`offer ${name}`, inWords(offer)]),
    ...Object.entries(conflicts).map(([name, conflict]): Entry => [`conflict ${name}`, inWords(conflict)]),
    ...Object.entries(roles).map(([name, role]): Entry => [`role ${name}`, inWords(role)]),
    ...Object.entries(conditions).map(([name, condition]): Entry => [
      `condition ${name}`,
      inWords(condition),
    ]),
    ...Object.entries(delays).map(([name, delay]): Entry => [`delay ${name}`, inWords(delay)]),
    ...everyState(machine).flatMap(partsOfState),
  ]);
}

function partsOfState(state: StateDefinition): Entry[] {
  const { task, invokes, joins, transitions } = state;
  const name = state.path || 'the whole';
  return [
    [`state ${name}`, stateWords(state)],
    ...(task ? [[`task ${name}`, taskWords(task)] as const] : []),
    ...invokes.map((invoke, index): Entry => [
      `service asked in ${name}${index > 0 ? ` (${index + 1})` : ''}`,
      invokeWords(invoke),
    ]),
    ...(joins ? [[`journey waited for in ${name}`, joinWords(joins)] as const] : []),
    ...transitions.map((transition): Entry => [`way ${transition.id.trim()}`, wayWords(transition)]),
  ];
}

function stateWords(state: StateDefinition): string {
  const { type, initial, history, visibleTo, quiet, openEnded, estimatedDuration, entry, exit } = state;
  return listed(
    type,
    initial !== undefined && `begins with ${initial}`,
    history !== undefined && `${history} history`,
    visibleTo && `seen by ${visibleTo.join(', ')}`,
    quiet && 'quiet',
    openEnded !== undefined && `open-ended: ${openEnded}`,
    estimatedDuration !== undefined && `estimated duration: ${estimatedDuration}`,
    entry.length > 0 && `at entry ${actionWords(entry)}`,
    exit.length > 0 && `at exit ${actionWords(exit)}`,
  );
}

function taskWords({ at: _, ...task }: TaskDefinition): string {
  return inWords(task);
}

function joinWords({ at: _, ...joins }: JoinDefinition): string {
  return inWords(joins);
}

function invokeWords({ src, input, unskippable, vouched }: InvokeDefinition): string {
  return listed(
    `${src} with ${inWords(input)}`,
    unskippable && 'never skipped',
    vouched && `vouched ${inWords(vouched)}`,
  );
}

function wayWords({ targets, guard, reenter, actions }: TransitionDefinition): string {
  return listed(
    targets.length > 0 ? `to ${targets.join(' and ')}` : 'stays',
    guard !== undefined && `when ${guard}`,
    reenter && 'entering anew',
    actions.length > 0 && actionWords(actions),
  );
}

function actionWords(actions: readonly ActionDefinition[]): string {
  return actions.map(({ type, params }) => `${type} ${inWords(params)}`).join(', ');
}

function listed(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(part => typeof part === 'string').join('; ');
}

/** Data on one line, much as it is written. */
function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(inWords).join(', ')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([key, member]) => `${key}: ${inWords(member)}`).join(', ')} }`;
}
