import { didYouMean, LANGUAGES } from '#journey';
import { placeholdersIn } from '../placeholders.js';
import { grouped } from '../definition-tree.js';
import { type Rule } from '../rule.js';

export const unknownPlaceholder: Rule = {
  code: 'unknown-placeholder',
  title: 'every {placeholder} of a message is given by all who send it',
  severity: 'error',
  *find(context) {
    const { texts, sources } = context.definition;
    const sent = grouped(context.actions, ({ action }) =>
      action.type === 'message' ? action.params['text'] : undefined,
    );
    for (const language of LANGUAGES) {
      const source = sources.texts[language];
      if (!source) continue;
      for (const [key, message] of Object.entries(texts[language].messages)) {
        const given = givenTo(key);
        if (!given) continue;
        for (const part of ['subject', 'body'] as const) {
          for (const { name, start } of placeholdersIn(message[part])) {
            if (given.includes(name)) continue;
            yield {
              place: { source, path: ['messages', key, part] },
              offset: start,
              message: `The message ${key} mentions {${name}}, which is not given to it everywhere.`,
              remedy: didYouMean(name, given, `Pass it where the message is sent: with: { ${name}: … }.`),
            };
          }
        }
      }
    }

    /** Names that every sender gives to the message; undefined when it is never sent. */
    function givenTo(key: string): string[] | undefined {
      const senders = (sent.get(key) ?? []).map(({ action }) => Object.keys(action.params['with'] ?? {}));
      return senders[0]?.filter(name => senders.every(names => names.includes(name)));
    }
  },
};
