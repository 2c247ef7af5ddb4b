import { type FieldType, type Place, type Read } from '#journey';
import { type Json } from '#statechart';
import { expressionsIn, leadOf } from './expression-uses.js';
import { afterAction, type Facts, withNames } from './flow/facts.js';
import { type Finding } from './rule.js';
import { type Subject } from './subject.js';

/** Something an expression reads that is not there: on no way at all, or only on some. */
export interface PresenceFault extends Finding {
  readonly kind: 'never' | 'maybe';
}

/** Holds every expression, where it is evaluated, against what is remembered by then. */
export function findPresenceFaults(subject: Subject): PresenceFault[] {
  const faults: PresenceFault[] = [];
  const { definition, flow } = subject;
  const judge = (
    text: string | undefined,
    facts: Facts | undefined,
    place: Place,
    at: 'inside' | 'key' | 'value',
  ): void => {
    if (text === undefined || !facts) return;
    const compiled = subject.environment.compile(text);
    if (!compiled.ok) return;
    const first = compiled.expression.reads.flatMap(read => faultOf(subject, read, facts) ?? [])[0];
    if (!first) return;
    const offset = at === 'inside' ? { offset: leadOf(text) + first.start } : {};
    faults.push({ ...first.fault, place, key: at === 'key', ...offset });
  };
  const judgeTemplate = (value: Json | undefined, facts: Facts | undefined, place: Place): void => {
    for (const found of expressionsIn(value, place)) judge(found.text, facts, found.place, 'inside');
  };
  const delayText = (name: string): string | undefined => {
    const delay = Object.hasOwn(definition.delays, name) ? definition.delays[name] : undefined;
    return delay?.until ?? delay?.from ?? delay?.for;
  };

  for (const state of subject.states) {
    const within = flow.within(state.path);
    for (const { input, at } of state.invokes) judgeTemplate(input, within, subject.at(...at, 'input'));
    const { task } = state;
    if (task) {
      judgeTemplate(task.prefill, within, subject.at(...task.at, 'prefill'));
      if (task.due !== undefined) judge(delayText(task.due), within, subject.at(...task.at, 'due'), 'value');
    }
    const timers = new Set(
      state.transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])),
    );
    for (const delay of timers)
      judge(delayText(delay), within, subject.at(...state.at, 'after', delay), 'key');
    judgeActions(state.entry, flow.onEntering(state.path));
    judgeActions(state.exit, within);
    for (const transition of state.transitions) {
      const refused = (facts: Facts | undefined): Facts | undefined =>
        facts && transition.trigger.kind === 'refusal' ? withNames(facts, ['refusal']) : facts;
      if (transition.guard !== undefined) {
        const decision = Object.hasOwn(definition.decisions, transition.guard)
          ? definition.decisions[transition.guard]
          : undefined;
        judge(
          decision?.when,
          refused(flow.guarding(state, transition)),
          subject.at(...transition.at, 'guard'),
          'value',
        );
      }
      judgeActions(transition.actions, refused(flow.acting(state, transition)));
    }
  }
  const { when } = definition.cancellation ?? {};
  if (when !== undefined && Object.hasOwn(definition.decisions, when)) {
    judge(definition.decisions[when]?.when, everywhere(subject), subject.at('cancellation', 'when'), 'value');
  }
  return faults;

  function judgeActions(actions: Subject['definition']['machine']['entry'], facts: Facts | undefined): void {
    let known = facts;
    for (const action of actions) {
      judgeTemplate(action.params, known, subject.at(...action.at, 'params'));
      known = known && afterAction(known, action);
    }
  }
}

/** A cancellation may come in any state. */
function everywhere(subject: Subject): Facts {
  const may = subject.states.flatMap(({ path }) => [...(subject.flow.within(path)?.may ?? [])]);
  return { must: new Set(['applicant']), may: new Set(may) };
}

function faultOf(
  subject: Subject,
  { path, guarded, start }: Read,
  { must, may }: Facts,
): { fault: Omit<PresenceFault, 'place'>; start: number } | undefined {
  const [name = ''] = path;
  const whole = path.join('.');
  if (!optionalAt(subject, path)) return undefined;
  if (name === 'refusal' && !may.has(name)) {
    const message = 'refusal is known only in onError.';
    return { fault: { kind: 'never', message, remedy: 'Remember what is needed of it there.' }, start };
  }
  const isRole = Object.hasOwn(subject.definition.roles, name);
  if (!may.has(name)) {
    const message = isRole
      ? `Nobody can have been invited as ${name} by now.`
      : `${name} is read here, but nothing that leads here remembers it.`;
    const remedy = isRole ? `Invite the ${name} before.` : `Remember ${name} before.`;
    return { fault: { kind: 'never', message, remedy }, start };
  }
  if (guarded || must.has(whole)) return undefined;
  const message =
    path.length > 1
      ? `${whole} may have been left out.`
      : isRole
        ? `On some ways that lead here nobody was invited as ${name}.`
        : `On some ways that lead here ${name} has not been remembered.`;
  return { fault: { kind: 'maybe', message, remedy: `Ask has(${whole}) first.` }, start };
}

/** Whether what stands at a path may be absent while what is around it is there. */
function optionalAt(subject: Subject, path: readonly string[]): boolean {
  let fields: Readonly<Record<string, FieldType>> = subject.environment.variables;
  let field: FieldType | undefined;
  for (const name of path) {
    field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return false;
    fields = field.type.kind === 'object' ? field.type.fields : {};
  }
  return field?.optional ?? false;
}
