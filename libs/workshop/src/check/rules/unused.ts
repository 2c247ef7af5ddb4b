import { isExpression, type Place } from '#journey';
import { type Rule } from '../rule.js';
import { roleUses } from '../role-uses.js';
import { type CheckContext } from '../check-context.js';

function unusedRule(
  thing: string,
  declared: (
    context: CheckContext,
  ) => { readonly name: string; readonly place: Place | undefined; readonly key?: boolean }[],
  used: (context: CheckContext) => Iterable<string>,
): Rule {
  return {
    code: `unused-${thing}`,
    title: `every ${thing} is used`,
    severity: 'warning',
    *find(context) {
      const names = new Set(used(context));
      for (const { name, place, key } of declared(context)) {
        if (names.has(name) || !place || isShared(place)) continue;
        yield {
          place,
          key: key ?? true,
          message: `The ${thing} ${name} is not used.`,
          remedy: 'Take it out, or use it where it was meant.',
        };
      }
    },
  };
}

/** What a part that all journeys share brings along, one that gives it something else instead does not use. */
function isShared({ source }: Place): boolean {
  return source.file.startsWith('../parts/');
}

/** The rules that find what is declared and used nowhere. */
export const UNUSED_RULES: readonly Rule[] = [
  unusedRule(
    'condition',
    context =>
      Object.keys(context.definition.conditions).map(name => ({
        name,
        place: context.at('conditions', name),
      })),
    context => [
      ...context.transitions.flatMap(({ transition }) => transition.guard ?? []),
      context.definition.cancellation?.when ?? '',
      ...context.definition.labels.flatMap(({ guard }) => guard ?? []),
    ],
  ),
  unusedRule(
    'delay',
    context =>
      Object.keys(context.definition.delays).map(name => ({ name, place: context.at('delays', name) })),
    context =>
      context.states.flatMap(({ task, joins, transitions }) => [
        task?.due ?? '',
        joins?.due ?? '',
        ...transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])),
      ]),
  ),
  unusedRule(
    'form',
    context =>
      Object.entries(context.definition.sources.forms).map(([name, source]) => ({
        name,
        place: { source, path: [] },
        key: false,
      })),
    context => [...context.states.flatMap(({ task }) => task?.form ?? []), context.definition.takes ?? ''],
  ),
  unusedRule(
    'parameter',
    ({ definition: { parameters, sources } }) =>
      // What a part brings along is declared there.
      Object.keys(parameters).flatMap(name => {
        const source = sources.parameters;
        return source && Object.hasOwn(Object(source.value) as object, name)
          ? [{ name, place: { source, path: [name] } }]
          : [];
      }),
    context => [
      context.definition.retention?.for ?? '',
      ...Object.values(context.definition.offers).map(({ expires }) => expires),
      ...context.uses
        .filter(({ text }) => isExpression(text))
        .flatMap(({ text }) =>
          [...text.matchAll(/\bparameters\.([A-Za-z]\w*)/g)].map(match => match[1] as string),
        ),
    ],
  ),
  unusedRule(
    'role',
    context =>
      Object.keys(context.definition.roles).map(name => ({ name, place: context.at('roles', name) })),
    context => [
      'applicant',
      ...roleUses(context).map(({ role }) => role),
      ...context.uses.flatMap(({ text }) => text.match(/[A-Za-z]\w*/g) ?? []),
    ],
  ),
];
