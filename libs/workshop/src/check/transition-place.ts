import { type Place, type StateDefinition, type TransitionDefinition } from '#journey';
import { valueAt } from '#schema';
import { type Subject } from './subject.js';

/** Where a transition names one of its targets: in short form, alone, or in a list. */
export function targetPlace(subject: Subject, transition: TransitionDefinition, index = 0): Place {
  const { main } = subject.definition.sources;
  const written = valueAt(main.value, transition.at);
  if (typeof written === 'string') return subject.at(...transition.at);
  const target = valueAt(main.value, [...transition.at, 'target']);
  return subject.at(...transition.at, 'target', ...(Array.isArray(target) ? [index] : []));
}

/** Where a state says what sets a transition off: its event, delay, `always`, `onDone`, `onError` or `skipped`. */
export function triggerPlace(
  subject: Subject,
  state: StateDefinition,
  { trigger }: TransitionDefinition,
): Place {
  switch (trigger.kind) {
    case 'event':
    case 'report':
      return subject.at(...state.at, 'on', trigger.event);
    case 'after':
      return subject.at(...state.at, 'after', trigger.delay);
    case 'always':
      return subject.at(...state.at, 'always');
    case 'done':
      return subject.at(...state.at, 'onDone');
    case 'answer':
      return subject.at(...(state.invokes[trigger.invoke]?.at ?? state.at), 'onDone');
    case 'refusal':
      return subject.at(...(state.invokes[trigger.invoke]?.at ?? state.at), 'onError');
    case 'skip':
      return subject.at(...(state.invokes[trigger.invoke]?.at ?? state.at), 'skipped');
  }
}
