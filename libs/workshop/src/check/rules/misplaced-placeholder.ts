import { LANGUAGES } from '#journey';
import { everyText } from '../every-text.js';
import { placeholdersIn } from '../placeholders.js';
import { type Rule } from '../rule.js';

/** Texts that are given values for their placeholders; anywhere else a citizen would read `{name}` as it stands. */
const GIVEN_VALUES: readonly unknown[] = ['messages', 'outcomes'];

export const misplacedPlaceholder: Rule = {
  code: 'misplaced-placeholder',
  title: 'a {placeholder} stands in messages and outcomes only',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const language of LANGUAGES) {
      const source = sources.texts[language];
      for (const { path, text } of source ? everyText(source) : []) {
        const [first] = placeholdersIn(text);
        if (!source || !first || GIVEN_VALUES.includes(path[0])) continue;
        yield {
          place: { source, path },
          offset: first.start,
          message: `{${first.name}} is filled in in messages and outcomes only; here the citizen would read it as it stands.`,
          remedy: 'Say it without the value, or say it in a message or an outcome.',
        };
      }
    }
  },
};
