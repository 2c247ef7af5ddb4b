import { isPeriod } from '#calendar';
import { isOwnChoice, LANGUAGES, type ParameterDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Finding } from '../finding.js';
import { type Rule } from '../rule.js';

export const needlessInternal: Rule = {
  code: 'needless-internal',
  title: 'only a period is marked as internal, since nothing else is told before a citizen starts',
  severity: 'warning',
  *find(context) {
    for (const [name, parameter] of Object.entries(context.definition.parameters)) {
      if (!parameter.internal || parameter.values.some(isPeriodValue)) continue;
      yield* at(context, [name, 'internal'], {
        message: `${name} is marked as internal, but is no period: it is told to nobody before they start.`,
        remedy: 'Leave internal out.',
      });
    }
  },
};

export const toldAlike: Rule = {
  code: 'told-alike',
  title: 'two periods that a citizen reads before they start are not called the same',
  severity: 'warning',
  *find(context) {
    for (const language of LANGUAGES) {
      const first = new Map<string, string>();
      for (const [name, parameter] of Object.entries(context.definition.parameters)) {
        if (!isTold(parameter)) continue;
        const title = parameter.title[language];
        const other = first.get(title);
        if (other === undefined) first.set(title, name);
        else
          yield* at(context, [name, 'title', language], {
            message: `${name} is called “${title}”, as ${other} is, and a citizen who reads both before they start does not know which is which.`,
            remedy: `Say in the title of ${name} what it is for; or mark it as internal: true, when it is only reckoned with.`,
          });
      }
    }
  },
};

/** Whether a citizen reads of it before they start: a period that a source sets. */
function isTold({ internal, values }: ParameterDefinition): boolean {
  return !internal && values.some(value => isPeriodValue(value) && !isOwnChoice(value.source));
}

function isPeriodValue({ value }: ParameterDefinition['values'][number]): boolean {
  return typeof value === 'string' && isPeriod(value);
}

/** In the journey's own file; what a part brings along is told where the part is written. */
function* at(
  { definition: { sources } }: CheckContext,
  path: readonly string[],
  { message, remedy }: Pick<Finding, 'message' | 'remedy'>,
): Generator<Finding> {
  const source = sources.parameters;
  if (source) yield { place: { source, path }, key: true, message, remedy };
}
