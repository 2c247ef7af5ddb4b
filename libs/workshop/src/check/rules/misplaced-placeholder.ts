import { LANGUAGES } from '#journey';
import { everyText } from '../every-text.js';
import { placeholdersIn } from '../placeholders.js';
import { type Rule } from '../rule.js';

/** Only a message is given values for its placeholders; anywhere else a citizen would read `{name}` as it stands. */
export const misplacedPlaceholder: Rule = {
  code: 'misplaced-placeholder',
  title: 'a {placeholder} stands in messages only',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const language of LANGUAGES) {
      const source = sources.texts[language];
      for (const { path, text } of source ? everyText(source) : []) {
        const [first] = placeholdersIn(text);
        if (!source || !first || path[0] === 'messages') continue;
        yield {
          place: { source, path },
          offset: first.start,
          message: `{${first.name}} is filled in in messages only; here the citizen would read it as it stands.`,
          remedy: 'Say it without the value, or say it in a message.',
        };
      }
    }
  },
};
