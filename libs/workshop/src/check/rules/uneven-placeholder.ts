import { LANGUAGES, type Texts } from '#journey';
import { placeholdersIn } from '../placeholders.js';
import { type Rule } from '../rule.js';

export const unevenPlaceholder: Rule = {
  code: 'uneven-placeholder',
  title: 'a message says the same values in every language',
  severity: 'error',
  *find({ definition: { texts, sources } }) {
    for (const language of LANGUAGES) {
      const source = sources.texts[language];
      for (const [key, message] of Object.entries(source ? texts[language].messages : {})) {
        const own = namesIn(message);
        for (const other of LANGUAGES) {
          const { messages } = texts[other];
          const others = Object.hasOwn(messages, key) ? namesIn(messages[key]) : new Set<string>();
          const left = [...others].filter(name => !own.has(name));
          // Where each says what the other does not, a name is misspelt, which is told where it stands.
          if (!source || left.length === 0 || [...own].some(name => !others.has(name))) continue;
          yield {
            place: { source, path: ['messages', key] },
            key: true,
            message: `The message ${key} leaves out ${left.map(name => `{${name}}`).join(', ')}, which it says in the other language.`,
            remedy: 'Say the same in both languages.',
          };
        }
      }
    }
  },
};

function namesIn(message: Texts['messages'][string] | undefined): Set<string> {
  return new Set(placeholdersIn(`${message?.subject} ${message?.body}`).map(({ name }) => name));
}
