import { LANGUAGES } from '#journey';
import { type Finding } from '../finding.js';
import { misspeltEvents } from '../misspelt-events.js';
import { type Rule } from '../rule.js';
import { feesIn, formEvents, labelsIn, outcomesIn, pagesOf, sectionsIn, usedForms } from '../text-needs.js';
import { fieldsOf, valueAt } from '#schema';
import { type CheckContext } from '../check-context.js';

export const unusedText: Rule = {
  code: 'unused-text',
  title: 'a text belongs to something in the journey',
  severity: 'warning',
  *find(context) {
    const known = knownKeys(context);
    // What a misspelt event was meant to be.
    for (const { form, meant } of misspeltEvents(context)) known.get(`forms/${form}/events`)?.add(meant);
    for (const language of LANGUAGES) {
      const source = context.definition.sources.texts[language];
      if (!source) continue;
      for (const [group, names] of known) {
        const path = group.split('/');
        for (const name of Object.keys(Object(valueAt(source.value, path)))) {
          if (names.has(name)) continue;
          const finding: Finding = {
            place: { source, path: [...path, name] },
            key: true,
            message: `Nothing in the journey uses the text ${[...path, name].join(' → ')}.`,
            remedy: 'Take it out, or correct its name.',
          };
          yield finding;
        }
      }
    }
  },
};

/** What each group of texts may speak of. */
function knownKeys(context: CheckContext): Map<string, Set<string>> {
  const { definition, states, actions } = context;
  const paths = states.map(({ path }) => path);
  const sent = actions.flatMap(({ action: { type, params } }) =>
    type === 'message' ? [String(params['text'])] : [],
  );
  const forms = usedForms(context);
  const known = new Map([
    ['roles', new Set(Object.keys(definition.roles))],
    ['states', new Set(paths)],
    ['tasks', new Set(states.filter(({ task }) => task).map(({ path }) => path))],
    ['fees', new Set(feesIn(context))],
    ['labels', new Set(labelsIn(context))],
    ['sections', new Set(sectionsIn(context))],
    ['outcomes', new Set(outcomesIn(context))],
    ['messages', new Set(sent)],
    ['offers', new Set(Object.keys(definition.offers))],
    ['conflicts', new Set(Object.keys(definition.conflicts))],
    ['forms', new Set(forms)],
  ]);
  for (const form of forms) {
    known.set(`forms/${form}/events`, formEvents(context, form));
    const fields = fieldsOf(definition.forms[form] ?? {}).map(({ path }) => path.join('.'));
    known.set(`forms/${form}/fields`, new Set(fields));
    known.set(`forms/${form}/pages`, new Set(pagesOf(context, form).map((_, index) => String(index))));
  }
  return known;
}
