import { didYouMean, type GivenValues, LAST_DAY } from '#journey';
import { type Rule } from '../rule.js';
import { GROUP_WORDS, placeholderUses } from '../texts/placeholder-uses.js';

export const unknownPlaceholder: Rule = {
  code: 'unknown-placeholder',
  title: 'every {placeholder} is given a value by all who say the text',
  severity: 'error',
  *find(context) {
    const told = new Set<string>();
    for (const { text, placeholder, group, key, given } of placeholderUses(context)) {
      const { name, start } = placeholder;
      const known = Object.keys(given[0] ?? {}).filter(each =>
        given.every(values => Object.hasOwn(values, each)),
      );
      const at = JSON.stringify([text.place.source.file, text.place.path, start]);
      if (known.includes(name) || told.has(at)) continue;
      told.add(at);
      const noDue = name === LAST_DAY && (group === 'tasks' || group === 'forms');
      yield {
        place: text.place,
        offset: start,
        message: `The ${GROUP_WORDS[group]} ${key} mentions {${name}}, which is not given to it everywhere.`,
        remedy: noDue
          ? 'Say by when the task is due, or leave the last day out.'
          : didYouMean(name, known, REMEDIES[group](name)),
      };
    }
  },
};

const REMEDIES: Readonly<Record<keyof GivenValues, (name: string) => string>> = {
  messages: name => `Pass it where the message is sent: with: { ${name}: … }.`,
  outcomes: name => `Pass it where the outcome is named: with: { ${name}: … }.`,
  states: name => `Pass it at the state: meta: { with: { ${name}: … } }.`,
  tasks: name => `Pass it at the task: with: { ${name}: … }.`,
  forms: name => `Pass it at every task with this form: with: { ${name}: … }.`,
  labels: name => `Pass it at the head: label: { …, with: { ${name}: … } }.`,
};
