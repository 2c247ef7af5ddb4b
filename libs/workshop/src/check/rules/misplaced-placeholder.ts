import { type GivenValues, placeholdersIn } from '#journey';
import { type Rule } from '../rule.js';
import { GIVEN_GROUPS } from '../texts/placeholder-uses.js';
import { textsOnce } from '../texts/written-texts.js';

export const misplacedPlaceholder: Rule = {
  code: 'misplaced-placeholder',
  title: 'a {placeholder} stands where it is given a value',
  severity: 'error',
  *find({ texts }) {
    for (const { place, key, text } of textsOnce(texts)) {
      const [first] = placeholdersIn(text);
      if (!first || GIVEN_GROUPS.includes(key[0] as keyof GivenValues)) continue;
      yield {
        place,
        offset: first.start,
        message: `{${first.name}} is filled in in messages, outcomes, states, tasks and forms only; here the citizen would read it as it stands.`,
        remedy: 'Say it without the value, or say it where there is one.',
      };
    }
  },
};
