import { type Place } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

/** What stands where a source is still to be found. */
const TO_DO =
  /^\W*$|^\W*(?:to ?do|tbd|tba|fixme|xxx+)\b|^\W*(?:n\/?a|none|unknown|ukendt|mangler|ingen)\W*$/i;

export const emptySource: Rule = {
  code: 'empty-source',
  title: 'a source names the law or whose choice it is',
  severity: 'error',
  *find(context) {
    for (const { what, source, place } of sourcesOf(context)) {
      if (!TO_DO.test(source)) continue;
      yield {
        place,
        message: `The source of ${what} is still to be found: ${source}.`,
        remedy: 'Name the law and its section, or say whose own choice it is.',
      };
    }
  },
};

/** Every source that a journey gives. */
function sourcesOf(context: CheckContext): { what: string; source: string; place: Place }[] {
  const { conditions, delays, retention, parameters, sources } = context.definition;
  const declared = [
    ...Object.entries(conditions).map(([name, { source }]) => ({ name, source, at: ['conditions', name] })),
    ...Object.entries(delays).map(([name, { source }]) => ({ name, source, at: ['delays', name] })),
    { name: 'retention', source: retention?.source, at: ['retention'] },
  ];
  return [
    ...declared.flatMap(({ name, source, at }) =>
      source === undefined ? [] : [{ what: name, source, place: context.at(...at, 'source') }],
    ),
    ...Object.entries(parameters).flatMap(([name, { values }]) =>
      values.flatMap(({ source }, index) => {
        const file = sources.parameters;
        return file
          ? [{ what: name, source, place: { source: file, path: [name, 'values', index, 'source'] } }]
          : [];
      }),
    ),
  ];
}
