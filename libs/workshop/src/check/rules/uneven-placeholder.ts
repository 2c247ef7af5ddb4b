import { placeholdersIn } from '#journey';
import { grouped } from '../definition-tree.js';
import { type Rule } from '../rule.js';
import { GIVEN_GROUPS, GROUP_WORDS } from '../texts/placeholder-uses.js';
import { type WrittenText } from '../texts/written-texts.js';

export const unevenPlaceholder: Rule = {
  code: 'uneven-placeholder',
  title: 'a text says the same values in every language',
  severity: 'error',
  *find({ texts }) {
    const told = new Set<string>();
    for (const group of GIVEN_GROUPS) {
      const all = grouped(texts, ({ key }) => (key[0] === group ? key[1] : undefined));
      for (const [key, written] of all) {
        for (const [language, own] of grouped(written, text => text.language)) {
          const others = written.filter(text => text.language !== language);
          const said = namesIn(own);
          const left = [...namesIn(others)].filter(name => !said.has(name));
          // Where each says what the other does not, a name is misspelt, which is told where it stands.
          if (left.length === 0 || [...said].some(name => !namesIn(others).has(name))) continue;
          const [first] = own as [WrittenText];
          const path = first.place.path.slice(0, first.place.path.length - (first.key.length - 2));
          const at = JSON.stringify([first.place.source.file, path]);
          if (told.has(at)) continue;
          told.add(at);
          yield {
            place: { ...first.place, path },
            key: true,
            message: `The ${GROUP_WORDS[group]} ${key} leaves out ${left.map(name => `{${name}}`).join(', ')}, which it says in the other language.`,
            remedy: 'Say the same in both languages.',
          };
        }
      }
    }
  },
};

function namesIn(texts: readonly WrittenText[]): Set<string> {
  return new Set(texts.flatMap(({ text }) => placeholdersIn(text)).map(({ name }) => name));
}
