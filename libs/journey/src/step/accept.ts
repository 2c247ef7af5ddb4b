import type { Json, Stimulus } from '#statechart';
import { personsIn } from '../compile/compile-actions.js';
import type { CompiledMachine } from '../compile/compile-machine.js';
import { stillToAct } from '../compile/compile-tasks.js';
import type { CompiledTask } from '../compile/compiled-task.js';
import { taskEvent } from '../compile/journey-event.js';
import type { FieldError, FormValidator } from '../form/form-validator.js';
import type { JourneyState, PersonId } from '../journey-state.js';

/** What a participant sends. */
export interface Submission {
  readonly person: PersonId;
  /** Path of the task's state. */
  readonly task: string;
  readonly event: string;
  readonly data?: Json;
}

/** `refused` says whose mistake it is in a code to compare and words to show; nothing has changed. */
export type Acceptance =
  | { readonly kind: 'accepted'; readonly stimulus: Stimulus }
  | {
      readonly kind: 'refused';
      readonly code: 'unknown-task' | 'not-your-role' | 'not-offered' | 'invalid';
      readonly message: string;
      /** With `invalid`: each field that does not fit. */
      readonly fields: readonly FieldError[];
    };

interface Parts {
  readonly machine: CompiledMachine;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly forms: ReadonlyMap<string, FormValidator>;
}

export function accept(
  { machine, tasks, forms }: Parts,
  state: JourneyState,
  active: readonly string[],
  { person, task: path, event, data }: Submission,
): Acceptance {
  const compiled = tasks.get(path);
  if (!compiled) return refused('unknown-task', `there is no task '${path}'`);
  const { task, events } = compiled;
  const { context } = state;
  // Asked before whether it is open: somebody without the role learns nothing of how the journey stands.
  if (!personsIn(context, task.role).includes(person)) {
    return refused('not-your-role', `the task '${path}' is for the role ${task.role}`);
  }
  if (state.status !== 'active' || !active.includes(path)) {
    return refused('not-offered', `the task '${path}' is not open now`);
  }
  const offered = events.find(known => known.event === event);
  if (!offered) {
    const names = events.map(known => known.event).join(', ');
    return refused('not-offered', `the task '${path}' does not offer '${event}'; it offers ${names}`);
  }
  if (!stillToAct(task, context).includes(person)) {
    return refused('not-offered', `you have done the task '${path}'; it waits for others`);
  }
  const given = data ?? (offered.data ? null : {});
  const fields = offered.data ? (forms.get(task.form)?.errors(given) ?? []) : noData(given);
  if (fields.length > 0)
    return refused('invalid', `what was sent does not fit the form '${task.form}'`, fields);

  const chartEvent = taskEvent(path, event, person, given);
  const allowed = offered.transitions.some(id => machine.allowed.get(id)?.({ context, event: chartEvent }));
  if (!allowed) {
    return refused('not-offered', `'${event}' of the task '${path}' is not possible as things stand`);
  }
  return { kind: 'accepted', stimulus: { kind: 'event', event: chartEvent } };
}

function noData(data: Json): FieldError[] {
  const empty =
    data === null || (typeof data === 'object' && !Array.isArray(data) && Object.keys(data).length === 0);
  return empty ? [] : [{ path: '', code: 'unevaluatedProperties', message: 'carries no data; send none' }];
}

function refused(
  code: (Acceptance & { kind: 'refused' })['code'],
  message: string,
  fields: readonly FieldError[] = [],
): Acceptance {
  return { kind: 'refused', code, message, fields };
}
