import { type TransitionDefinition, type Trigger } from '../state-definition.js';
import { type Cursor } from './cursor.js';
import { readActions } from './read-actions.js';

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
  // A transition may be written as its target alone.
  const written = typeof cursor.value === 'string' ? undefined : cursor;
  const target = written ? written.get('target') : cursor;
  const targets = target?.items().map(item => item.text()) ?? [];
  return {
    id,
    source,
    trigger,
    guard: written?.get('guard')?.text(),
    targets,
    targetPaths: targets.map(name => resolve(source, name)),
    reenter: written?.get('reenter')?.value === true,
    actions: readActions(written?.get('actions')),
    at: cursor.path,
  };
}

/** Classifies an event name: with a dot it is a report of an authority, else a participant's event. */
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
    case 'ended':
      return `ended ${trigger.key}`;
  }
}
