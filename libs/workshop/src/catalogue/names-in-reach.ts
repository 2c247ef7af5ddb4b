import { type Definition, describeType, isExpression, MUNICIPALITIES, type ValueType } from '#journey';
import { type CheckContext } from '../check/check-context.js';

export type NameKind = 'word' | 'role' | 'fact' | 'parameter' | 'condition' | 'delay';

/** A name that may be written in a state of a journey, or in what leads out of it. */
export interface NameInReach {
  readonly kind: NameKind;
  /** As written: `move`, `parameters.noticeAfterMove`, `withPartner`. */
  readonly name: string;
  /** Its type; absent for conditions and delays, which are named and not read. */
  readonly type?: ValueType;
  /** There on every way that leads here; otherwise `has(…)` must be asked first. */
  readonly certain: boolean;
  /** The type in words, or the expression that a condition or delay stands for. */
  readonly meaning: string;
}

/**
 * Scope of a state: every name that its tasks, inputs and guards may use, by what the flow analysis says is remembered
 * while it is active. Facts and roles that cannot be there by then are left out.
 *
 * @param statePath e.g. `underWay.doctor.choosing`; empty for the whole journey
 * @returns undefined when there is no such state, or nothing leads to it
 */
export function namesInReach(context: CheckContext, statePath: string): NameInReach[] | undefined {
  const within = context.flow.within(statePath);
  if (!within) return undefined;
  const { definition, environment } = context;
  const { must, may } = within;
  const named: NameInReach[] = [];
  for (const [name, { type, optional }] of Object.entries(environment.variables)) {
    if (name === 'parameters' || name === 'refusal') continue;
    const isRole = Object.hasOwn(definition.roles, name);
    const kind = isRole ? 'role' : ['today', 'now'].includes(name) ? 'word' : 'fact';
    const certain = !optional || must.has(name);
    if (certain || may.has(name)) named.push({ kind, name, type, certain, meaning: describeType(type) });
  }
  const parameters = environment.variables['parameters']?.type;
  for (const [name, field] of Object.entries(parameters?.kind === 'object' ? parameters.fields : {})) {
    named.push({
      kind: 'parameter',
      name: `parameters.${name}`,
      type: field.type,
      certain: true,
      meaning: [describeType(field.type), ...localWords(definition, name)].join('; '),
    });
  }
  for (const [name, { when }] of Object.entries(definition.conditions)) {
    named.push({ kind: 'condition', name, certain: true, meaning: expressionOf(when) });
  }
  for (const [name, { until, from, for: period }] of Object.entries(definition.delays)) {
    const [word, text] = until ? ['until', until] : from ? ['from', from] : ['for', period ?? ''];
    named.push({ kind: 'delay', name, certain: true, meaning: `${word} ${expressionOf(text)}` });
  }
  return named;
}

/** Within which bounds municipalities decide, and which have. */
function localWords({ parameters, overlays }: Definition, name: string): string[] {
  const local = parameters[name]?.local;
  if (!local) return [];
  const { least, most } = local;
  const bounds = [
    ...(least === undefined ? [] : [`at least ${String(least)}`]),
    ...(most === undefined ? [] : [`at most ${String(most)}`]),
  ];
  const set = Object.entries(overlays).flatMap(([code, overlay]) => {
    const value = overlay[name]?.at(-1)?.value;
    return value === undefined ? [] : [`${code} ${MUNICIPALITIES.get(code) ?? ''}: ${String(value)}`];
  });
  return [['each municipality decides', ...bounds].join(', '), ...set];
}

/** An expression as it is said, without the sign that it is one. */
export function expressionOf(text: string): string {
  return isExpression(text) ? text.replace(/^\s*=\s*/, '') : text;
}
