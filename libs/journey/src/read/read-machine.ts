import {
  type InvokeDefinition,
  type JoinDefinition,
  JOURNEY_ENDS,
  OUTCOME_KINDS,
  type OutcomeDefinition,
  type StateDefinition,
  TASK_KINDS,
  type TaskDefinition,
  type TransitionDefinition,
  type Trigger,
} from '../state-definition.js';
import { type Cursor } from './cursor.js';
import { readActions } from './read-actions.js';
import { each } from './read-texts.js';
import { eventTrigger, readTransitions, type TargetResolver } from './read-transitions.js';
import { targetResolver } from './resolve-target.js';

const TYPES = ['atomic', 'compound', 'parallel', 'final', 'history'] as const;

/**
 * Reads the `machine` of a definition into a tree of states.
 *
 * @param id the definition's, the root's own id
 * @param absent paths of the states that stand for a missing member of an `each`
 */
export function readMachine(cursor: Cursor, id: string, absent: ReadonlySet<string>): StateDefinition {
  return readState(cursor, '', '', targetResolver(cursor.value, id), absent);
}

function readState(
  cursor: Cursor,
  path: string,
  key: string,
  resolve: TargetResolver,
  absent: ReadonlySet<string>,
): StateDefinition {
  const states = (cursor.get('states')?.entries() ?? []).map(([child, at]) =>
    readState(at, path ? `${path}.${child}` : child, child, resolve, absent),
  );
  const type = stateType(cursor, states.length > 0);
  const invokes = cursor.get('invoke')?.items() ?? [];
  const joins = cursor.get('joins');
  const transitions = [
    ...mapped(cursor.get('on'), event => eventTrigger(event), path, resolve),
    ...mapped(cursor.get('after'), delay => ({ kind: 'after', delay }), path, resolve),
    ...single(cursor.get('always'), { kind: 'always' }, path, resolve),
    ...single(cursor.get('onDone'), { kind: 'done' }, path, resolve),
    ...invokes.flatMap((at, invoke) => [
      ...single(at.get('onDone'), { kind: 'answer', invoke }, path, resolve),
      ...single(at.get('onError'), { kind: 'refusal', invoke }, path, resolve),
      ...(isUnskippable(at) ? [] : single(at.get('skipped'), { kind: 'skip', invoke }, path, resolve)),
    ]),
    ...(joins ? mapped(joins.get('ended'), endTrigger(joins), path, resolve) : []),
    // A history state's target is where it leads when there is no history yet.
    ...(type === 'history' ? single(cursor.get('target'), { kind: 'always' }, path, resolve) : []),
  ];
  const meta = cursor.get('meta');
  const task = meta?.get('task');
  const outcome = meta?.get('outcome');
  const visibleTo = meta?.get('visibleTo')?.items();
  const values = meta?.get('with')?.record();
  return {
    path,
    key,
    type,
    id: cursor.get('id')?.text(),
    initial: cursor.get('initial')?.text(),
    ...(type === 'history' && { history: cursor.get('history')?.value === 'deep' ? 'deep' : 'shallow' }),
    states,
    transitions,
    invokes: invokes.map(readInvoke),
    ...(joins && { joins: readJoin(joins) }),
    entry: readActions(cursor.get('entry')),
    exit: readActions(cursor.get('exit')),
    ...(task && { task: readTask(task) }),
    ...(visibleTo && { visibleTo: visibleTo.map(role => role.text()) }),
    section: meta?.get('section')?.text(),
    ...(values && { with: values }),
    ...(outcome && { outcome: readOutcome(outcome) }),
    awaits: (meta?.get('awaits')?.items() ?? []).map(event => event.text()),
    ...(meta?.get('quiet')?.value === true && { quiet: true as const }),
    openEnded: meta?.get('openEnded')?.text(),
    estimatedDuration: meta?.get('estimatedDuration')?.text(),
    ...(absent.has(path) && { absent: true as const }),
    at: cursor.path,
  };
}

function stateType(cursor: Cursor, hasChildren: boolean): StateDefinition['type'] {
  const written = cursor.textAt('type');
  return TYPES.find(type => type === written) ?? (hasChildren ? 'compound' : 'atomic');
}

function mapped(
  cursor: Cursor | undefined,
  trigger: (key: string) => TransitionDefinition['trigger'],
  path: string,
  resolve: TargetResolver,
): TransitionDefinition[] {
  return (cursor?.entries() ?? []).flatMap(([key, at]) => readTransitions(at, path, trigger(key), resolve));
}

function single(
  cursor: Cursor | undefined,
  trigger: TransitionDefinition['trigger'],
  path: string,
  resolve: TargetResolver,
): TransitionDefinition[] {
  return cursor ? readTransitions(cursor, path, trigger, resolve) : [];
}

function readInvoke(cursor: Cursor): InvokeDefinition {
  const vouched = cursor.get('vouched')?.record();
  const place = cursor.get('place')?.text();
  return {
    src: cursor.textAt('src'),
    input: cursor.get('input')?.record() ?? {},
    ...(vouched && { vouched }),
    ...(place !== undefined && { place }),
    unskippable: isUnskippable(cursor),
    at: cursor.path,
  };
}

function readJoin(cursor: Cursor): JoinDefinition {
  return { journey: cursor.textAt('journey'), due: cursor.get('due')?.text(), at: cursor.path };
}

/** What a key of `ended` stands for; `else` is every end that has no key of its own. */
function endTrigger(joins: Cursor): (key: string) => Trigger {
  const written = joins.get('ended')?.record() ?? {};
  return key => ({
    kind: 'ended',
    journey: joins.textAt('journey'),
    key,
    ends: JOURNEY_ENDS.filter(end => (key === 'else' ? !Object.hasOwn(written, end) : end === key)),
  });
}

function isUnskippable(invoke: Cursor): boolean {
  return invoke.get('skipped')?.value === 'never';
}

function readOutcome(cursor: Cursor): OutcomeDefinition {
  const is = cursor.textAt('is');
  return {
    is: OUTCOME_KINDS.find(known => known === is) ?? 'done',
    text: cursor.textAt('text'),
    with: cursor.get('with')?.record() ?? {},
    at: cursor.path,
  };
}

function readTask(cursor: Cursor): TaskDefinition {
  const kind = cursor.textAt('kind');
  return {
    kind: TASK_KINDS.find(known => known === kind) ?? 'must',
    shows: cursor.get('shows')?.record() ?? {},
    choices: each(cursor.get('choices'), choice => ({
      of: choice.textAt('of'),
      value: choice.get('value')?.text(),
      label: choice.get('label')?.text(),
    })),
    ifNothing: cursor.get('ifNothing')?.text(),
    appeals: cursor.get('appeals')?.text(),
    with: cursor.get('with')?.record() ?? {},
    role: cursor.textAt('role'),
    form: cursor.textAt('form'),
    due: cursor.get('due')?.text(),
    each: cursor.get('each')?.text(),
    remind: cursor.get('remind')?.text(),
    prefill: cursor.get('prefill')?.record() ?? {},
    at: cursor.path,
  };
}
