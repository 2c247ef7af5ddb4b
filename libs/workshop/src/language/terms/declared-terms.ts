import { describeType, LANGUAGES, schemaType } from '#journey';
import { expressionOf } from '../../catalogue/names-in-reach.js';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';

/** Conditions, by name. */
export function conditionTerms({ context }: Spot): Term[] {
  return Object.entries(context?.definition.conditions ?? {}).map(([name, { when, source }]) => ({
    name,
    kind: 'condition',
    detail: expressionOf(when),
    about: () => withSource(`**${name}** when \`${expressionOf(when)}\``, source),
    declared: () => keyPlace(context?.definition.sources.main, ['conditions', name]),
  }));
}

export function roleTerms({ context }: Spot): Term[] {
  const definition = context?.definition;
  return Object.entries(definition?.roles ?? {}).map(([name, { optional, many, passive }]) => {
    const traits = [
      ...(optional ? ['optional'] : []),
      ...(many ? ['many'] : []),
      ...(passive ? ['passive'] : []),
    ];
    return {
      name,
      kind: 'role',
      detail: traits.join(', ') || 'role',
      about: () => [`**${name}**`, ...traits, definition?.texts.en.roles[name] ?? ''].join('\n\n').trim(),
      declared: () => keyPlace(definition?.sources.main, ['roles', name]),
    };
  });
}

export function formTerms({ context }: Spot): Term[] {
  const definition = context?.definition;
  return Object.entries(definition?.forms ?? {}).map(([name, schema]) => ({
    name,
    kind: 'form',
    detail: definition?.texts.en.forms[name]?.title ?? `forms/${name}.yaml`,
    about: () => `**${name}** asks for ${describeType(schemaType(schema))}`,
    declared: () => ({ file: `forms/${name}.yaml`, line: 1, column: 1 }),
  }));
}

/** Messages, by the key of their text. */
export function messageTerms({ context }: Spot): Term[] {
  const definition = context?.definition;
  const keys = new Set(LANGUAGES.flatMap(each => Object.keys(definition?.texts[each].messages ?? {})));
  return [...keys].map(name => ({
    name,
    kind: 'message',
    detail: definition?.texts.en.messages[name]?.subject ?? 'not in English yet',
    about: () =>
      LANGUAGES.flatMap(language => {
        const text = definition?.texts[language].messages[name];
        return text ? [`**${text.subject}**\n\n${text.body}`] : [];
      }).join('\n\n---\n\n'),
    declared: () => {
      const { texts } = definition?.sources ?? {};
      const language = LANGUAGES.find(
        each => definition && Object.hasOwn(definition.texts[each].messages, name),
      );
      return keyPlace(texts?.[language ?? 'da'], ['messages', name]);
    },
  }));
}

/** What came of something, by the key of its text. */
export function outcomeTerms(spot: Spot): Term[] {
  return lineTerms('outcomes', spot);
}

/** What a journey is called, by the key of its text. */
export function labelTerms(spot: Spot): Term[] {
  return lineTerms('labels', spot);
}

function lineTerms(group: 'outcomes' | 'labels', { context }: Spot): Term[] {
  const { texts, sources } = context?.definition ?? {};
  const keys = new Set(LANGUAGES.flatMap(each => Object.keys(texts?.[each][group] ?? {})));
  return [...keys].map(name => ({
    name,
    kind: 'word',
    detail: texts?.en[group][name] ?? 'not in English yet',
    declared: () => keyPlace(sources?.texts.da, [group, name]),
  }));
}

export function withSource(words: string, source: string | undefined): string {
  return source ? `${words}\n\n${source}` : words;
}
