import { LANGUAGES } from '#journey';
import { placeholdersIn } from '../placeholders.js';
import { type Rule } from '../rule.js';

/** Data minimisation (GDPR, article 5(1)(c)): what a message does not say is not handed to it. */
export const needlessValue: Rule = {
  code: 'needless-value',
  title: 'a message is given what its text says, and no more',
  severity: 'error',
  *find(context) {
    const { texts } = context.definition;
    for (const { action } of context.actions) {
      const key = action.params['text'];
      if (action.type !== 'message' || typeof key !== 'string') continue;
      const written = LANGUAGES.flatMap(language => {
        const { messages } = texts[language];
        return Object.hasOwn(messages, key) ? (messages[key] ?? []) : [];
      });
      if (written.length === 0) continue;
      const said = new Set(
        written.flatMap(({ subject, body }) => placeholdersIn(`${subject} ${body}`)).map(({ name }) => name),
      );
      for (const name of Object.keys(Object(action.params['with']))) {
        if (said.has(name)) continue;
        yield {
          place: context.at(...action.at, 'params', 'with', name),
          key: true,
          message: `The message ${key} is given ${name}, and its text does not say it.`,
          remedy: `Leave ${name} out, or say {${name}} in the text.`,
        };
      }
    }
  },
};
