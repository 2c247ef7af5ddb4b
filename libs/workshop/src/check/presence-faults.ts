import { type FieldType, type Place, type Read } from '#journey';
import { type Json } from '#statechart';
import { expressionsIn, leadOf } from './expression-uses.js';
import { afterAction, type Facts, withNames } from './flow/facts.js';
import { type Finding } from './rule.js';
import { type CheckContext } from './check-context.js';

/** Something an expression reads that is not there: on no way at all, or only on some. */
export interface PresenceFault extends Finding {
  readonly kind: 'never' | 'maybe';
}

/** Holds every expression, where it is evaluated, against what is remembered by then. */
export function findPresenceFaults(context: CheckContext): PresenceFault[] {
  const faults: PresenceFault[] = [];
  const { definition, flow } = context;
  const judge = (
    text: string | undefined,
    facts: Facts | undefined,
    place: Place,
    at: 'inside' | 'key' | 'value',
  ): void => {
    if (text === undefined || !facts) return;
    const compiled = context.environment.compile(text);
    if (!compiled.ok) return;
    const first = compiled.expression.reads.flatMap(read => faultOf(context, read, facts) ?? [])[0];
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

  for (const state of context.states) {
    const within = flow.within(state.path);
    for (const { input, at } of state.invokes) judgeTemplate(input, within, context.at(...at, 'input'));
    const { task } = state;
    if (task) {
      judgeTemplate(task.prefill, within, context.at(...task.at, 'prefill'));
      if (task.due !== undefined) judge(delayText(task.due), within, context.at(...task.at, 'due'), 'value');
    }
    const timers = new Set(
      state.transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])),
    );
    for (const delay of timers)
      judge(delayText(delay), within, context.at(...state.at, 'after', delay), 'key');
    judgeActions(state.entry, flow.onEntering(state.path));
    judgeActions(state.exit, within);
    for (const transition of state.transitions) {
      const refused = (facts: Facts | undefined): Facts | undefined =>
        facts && transition.trigger.kind === 'refusal' ? withNames(facts, ['refusal']) : facts;
      if (transition.guard !== undefined) {
        const condition = Object.hasOwn(definition.conditions, transition.guard)
          ? definition.conditions[transition.guard]
          : undefined;
        judge(
          condition?.when,
          refused(flow.guarding(state, transition)),
          context.at(...transition.at, 'guard'),
          'value',
        );
      }
      judgeActions(transition.actions, refused(flow.acting(state, transition)));
    }
  }
  const { when } = definition.cancellation ?? {};
  if (when !== undefined && Object.hasOwn(definition.conditions, when)) {
    judge(
      definition.conditions[when]?.when,
      everywhere(context),
      context.at('cancellation', 'when'),
      'value',
    );
  }
  return faults;

  function judgeActions(
    actions: CheckContext['definition']['machine']['entry'],
    facts: Facts | undefined,
  ): void {
    let known = facts;
    for (const action of actions) {
      judgeTemplate(action.params, known, context.at(...action.at, 'params'));
      known = known && afterAction(known, action);
    }
  }
}

/** A cancellation may come in any state. */
function everywhere(context: CheckContext): Facts {
  const may = context.states.flatMap(({ path }) => [...(context.flow.within(path)?.may ?? [])]);
  return { must: new Set(['applicant']), may: new Set(may) };
}

function faultOf(
  context: CheckContext,
  { path, guarded, start }: Read,
  { must, may }: Facts,
): { fault: Omit<PresenceFault, 'place'>; start: number } | undefined {
  const [name = ''] = path;
  const whole = path.join('.');
  if (!optionalAt(context, path)) return undefined;
  if (name === 'refusal' && !may.has(name)) {
    const message = 'refusal is known only in onError.';
    return { fault: { kind: 'never', message, remedy: 'Remember what is needed of it there.' }, start };
  }
  const isRole = Object.hasOwn(context.definition.roles, name);
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
function optionalAt(context: CheckContext, path: readonly string[]): boolean {
  let fields: Readonly<Record<string, FieldType>> = context.environment.variables;
  let field: FieldType | undefined;
  for (const name of path) {
    field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return false;
    fields = field.type.kind === 'object' ? field.type.fields : {};
  }
  return field?.optional ?? false;
}
