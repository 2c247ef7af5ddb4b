import { isExpression, type Place } from '#journey';
import { type Rule } from '../rule.js';
import { roleUses } from '../role-uses.js';
import { type Subject } from '../subject.js';

function unusedRule(
  thing: string,
  declared: (
    subject: Subject,
  ) => { readonly name: string; readonly place: Place | undefined; readonly key?: boolean }[],
  used: (subject: Subject) => Iterable<string>,
): Rule {
  return {
    code: `unused-${thing}`,
    title: `every ${thing} is used`,
    severity: 'warning',
    *find(subject) {
      const names = new Set(used(subject));
      for (const { name, place, key } of declared(subject)) {
        if (names.has(name) || !place) continue;
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

/** The rules that find what is declared and used nowhere. */
export const UNUSED_RULES: readonly Rule[] = [
  unusedRule(
    'decision',
    subject =>
      Object.keys(subject.definition.decisions).map(name => ({ name, place: subject.at('decisions', name) })),
    subject => [
      ...subject.transitions.flatMap(({ transition }) => transition.guard ?? []),
      subject.definition.cancellation?.when ?? '',
    ],
  ),
  unusedRule(
    'delay',
    subject =>
      Object.keys(subject.definition.delays).map(name => ({ name, place: subject.at('delays', name) })),
    subject =>
      subject.states.flatMap(({ task, transitions }) => [
        task?.due ?? '',
        ...transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])),
      ]),
  ),
  unusedRule(
    'form',
    subject =>
      Object.entries(subject.definition.sources.forms).map(([name, source]) => ({
        name,
        place: { source, path: [] },
        key: false,
      })),
    subject => subject.states.flatMap(({ task }) => task?.form ?? []),
  ),
  unusedRule(
    'parameter',
    ({ definition: { parameters, sources } }) =>
      Object.keys(parameters).map(name => ({
        name,
        place: sources.parameters && { source: sources.parameters, path: [name] },
      })),
    subject => [
      subject.definition.retention?.for ?? '',
      ...subject.uses
        .filter(({ text }) => isExpression(text))
        .flatMap(({ text }) =>
          [...text.matchAll(/\bparameters\.([A-Za-z]\w*)/g)].map(match => match[1] as string),
        ),
    ],
  ),
  unusedRule(
    'role',
    subject =>
      Object.keys(subject.definition.roles).map(name => ({ name, place: subject.at('roles', name) })),
    subject => [
      'applicant',
      ...roleUses(subject).map(({ role }) => role),
      ...subject.uses.flatMap(({ text }) => text.match(/[A-Za-z]\w*/g) ?? []),
    ],
  ),
];
