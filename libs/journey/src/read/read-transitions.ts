import { type Json } from '#statechart';
import { type ActionDefinition, type TransitionDefinition, type Trigger } from '../state-definition.js';
import { type Cursor } from './cursor.js';

/** Finds the path of the state a target names, as seen from the state at `source`. */
export type TargetResolver = (source: string, target: string) => string | undefined;

/** Reads what stands under one trigger: a target, a transition, or a list of them tried in order. */
export function readTransitions(
  cursor: Cursor,
  source: string,
  trigger: Trigger,
  resolve: TargetResolver,
): TransitionDefinition[] {
  const items = cursor.items();
  return items.map((item, index) => {
    const id = `${source || '(root)'} ${describe(trigger)}${items.length > 1 ? ` ${index + 1}` : ''}`;
    return readTransition(item, source, trigger, id, resolve);
  });
}

function readTransition(
  cursor: Cursor,
  source: string,
  trigger: Trigger,
  id: string,
  resolve: TargetResolver,
): TransitionDefinition {
  const short = typeof cursor.value === 'string';
  if (!short) cursor.only(['target', 'guard', 'actions', 'reenter', 'description']);
  const target = short ? cursor : cursor.get('target');
  const targets = target ? target.items().map(item => item.text()) : [];
  const guard = short ? undefined : cursor.get('guard')?.text();
  return {
    id,
    source,
    trigger,
    ...(guard !== undefined && { guard }),
    targets,
    targetPaths: targets.map(name => resolve(source, name)),
    reenter: (!short && cursor.get('reenter')?.flag()) || false,
    actions: short ? [] : readActions(cursor.get('actions')),
    at: cursor.path,
  };
}

/** Reads one action or a list of them; an action is its name, or `{ type, params }`. */
export function readActions(cursor: Cursor | undefined): ActionDefinition[] {
  if (!cursor) return [];
  return cursor.items().map(item => {
    if (typeof item.value === 'string') return { type: item.value, params: {}, at: item.path };
    item.only(['type', 'params']);
    const params: Record<string, Json> = item.get('params')?.record() ?? {};
    return { type: item.need('type', 'the name of an action')?.text() ?? '', params, at: item.path };
  });
}

/** Sorts the events a state listens to: a dot makes it something an authority reports. */
export function eventTrigger(event: string): Trigger {
  return event.includes('.') ? { kind: 'report', event } : { kind: 'event', event };
}

function describe(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'event':
    case 'report':
      return trigger.event;
    case 'after':
      return `after ${trigger.delay}`;
    case 'always':
      return 'always';
    case 'done':
      return 'onDone';
    case 'answer':
      return trigger.invoke === 0 ? 'answer' : `answer of invoke ${trigger.invoke + 1}`;
    case 'refusal':
      return trigger.invoke === 0 ? 'refusal' : `refusal of invoke ${trigger.invoke + 1}`;
    case 'skip':
      return trigger.invoke === 0 ? 'skip' : `skip of invoke ${trigger.invoke + 1}`;
  }
}
