import { type Json, type Stimulus } from '#statechart';
import { personsIn } from '../compile/compile-actions.js';
import { type CompiledMachine } from '../compile/compile-machine.js';
import { stillToAct } from '../compile/compile-tasks.js';
import { type CompiledTask } from '../compile/compiled-task.js';
import { taskEvent } from '../compile/journey-event.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type CompiledForm } from '../form/compiled-form.js';
import { type FieldError } from '../form/form-validator.js';
import { type JourneyState, type PersonId } from '../journey-state.js';
import { choiceErrors } from './choices.js';
import { type DifferentPersons } from './different-persons.js';
import { readOnlyErrors } from './read-only.js';

/** What a participant sends. */
export interface Submission {
  readonly person: PersonId;
  /** Path of the task's state. */
  readonly task: string;
  readonly event: string;
  readonly data?: Json;
}

/** `refused` says whose mistake it is in a code to compare and words to show; nothing has changed. */
export type Acceptance = { readonly kind: 'accepted'; readonly stimulus: Stimulus } | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly code: 'unknown-task' | 'not-your-role' | 'not-offered' | 'invalid';
  readonly message: string;
  /** With `invalid`: each field that does not fit. */
  readonly fields: readonly FieldError[];
}

/** An event of a task that is open to somebody, and the form its data must fit. */
export interface Offer {
  readonly kind: 'offered';
  readonly form: string;
  readonly event: CompiledTask['events'][number];
}

interface Parts {
  readonly environment: ExpressionEnvironment;
  readonly machine: CompiledMachine;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly different: DifferentPersons;
}

/** Validation of a submission: role, open task, offered event, form, guard, in this order. */
export function accept(
  parts: Parts,
  state: JourneyState,
  active: readonly string[],
  submission: Submission,
): Acceptance {
  const offer = offered(parts, state, active, submission);
  if (offer.kind === 'refused') return offer;
  const { environment, machine, tasks, forms, different } = parts;
  const { person, task: path, event, data } = submission;
  const { form, event: chosen } = offer;
  const given = data ?? (chosen.data ? null : {});
  const { context } = state;
  const scope = environment.scope(context);
  const compiled = tasks.get(path);
  const fields = chosen.data
    ? [
        ...(forms.get(form)?.at(scope).errors(given) ?? []),
        ...choiceErrors(compiled?.choices ?? [], given, scope),
        ...(compiled ? readOnlyErrors(compiled, given, scope) : []),
      ]
    : noData(given);
  if (fields.length > 0) return refused('invalid', `what was sent does not fit the form '${form}'`, fields);

  const chartEvent = taskEvent(path, event, person, given);
  const taken = chosen.transitions.find(id => machine.allowed.get(id)?.({ context, event: chartEvent }));
  if (taken === undefined) {
    return refused('not-offered', `'${event}' of the task '${path}' is not possible as things stand`);
  }
  const same = chosen.data ? different.fieldErrors(taken, given, context, form) : [];
  if (same.length > 0) return refusedAsSame(same);
  return { kind: 'accepted', stimulus: { kind: 'event', event: chartEvent } };
}

/** The part of {@link accept} that does not look at the data. */
export function offered(
  { tasks }: Pick<Parts, 'tasks'>,
  state: JourneyState,
  active: readonly string[],
  { person, task: path, event }: Omit<Submission, 'data'>,
): Offer | Refused {
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
  const chosen = events.find(known => known.event === event);
  if (!chosen) {
    const names = events.map(known => known.event).join(', ');
    return refused('not-offered', `the task '${path}' does not offer '${event}'; it offers ${names}`);
  }
  if (!stillToAct(task, context).includes(person)) {
    return refused('not-offered', `you have done the task '${path}'; it waits for others`);
  }
  return { kind: 'offered', form: task.form, event: chosen };
}

/** Somebody is named for a role that must be another's. */
export function refusedAsSame(fields: readonly FieldError[]): Refused {
  return refused('invalid', fields.map(({ message }) => message).join(' '), fields);
}

function noData(data: Json): FieldError[] {
  const empty =
    data === null || (typeof data === 'object' && !Array.isArray(data) && Object.keys(data).length === 0);
  return empty ? [] : [{ path: '', code: 'unevaluatedProperties', message: 'carries no data; send none' }];
}

function refused(code: Refused['code'], message: string, fields: readonly FieldError[] = []): Refused {
  return { kind: 'refused', code, message, fields };
}
