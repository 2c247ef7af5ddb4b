import { isPeriod } from '#calendar';
import { type Definition, isSlip, LANGUAGES } from '#journey';
import { valueAt } from '#schema';
import { type Json } from '#statechart';
import { type CheckContext } from '../check/check-context.js';
import { type TextNeed, textNeeds } from '../check/text-needs.js';
import { grouped } from '../check/definition-tree.js';
import { exampleParameter } from './example-parameter.js';
import { missingHalves } from './missing-halves.js';
import { toBeWritten } from './to-be-written.js';

/** Something that a journey names and does not have: where it belongs, and what holds its place. */
export interface MissingPart {
  /** Relative to the journey's folder; it may be one that is not there yet. */
  readonly file: string;
  /** Keys from the root of the file; empty for a whole file. */
  readonly path: readonly string[];
  readonly value: Json;
  /** In words, such as `the delay answerTime`. */
  readonly what: string;
}

/**
 * What can be made of the names in a definition, in steps, since what is made names more: forms and messages ask for
 * texts. A name that is nearly one that exists is left to the designer: it may be a slip.
 */
export const MAKING_STEPS: readonly ((context: CheckContext) => MissingPart[])[] = [
  missingParameters,
  missingForms,
  missingMessages,
  missingTexts,
  missingHalves,
];

/** Names of delays that are not declared: each is a dated parameter that is a period. */
function undeclaredDelays({ definition, states }: CheckContext): string[] {
  const used = states.flatMap(({ task, transitions }) => [
    task?.due ?? '',
    ...transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])),
  ]);
  const names = used.filter(name => /^[a-z]\w*$/.test(name) && !isPeriod(name));
  return unknown(names, Object.keys(definition.delays));
}

function missingParameters(context: CheckContext): MissingPart[] {
  const { definition, uses } = context;
  const delays = undeclaredDelays(context);
  const periods = [...delays, ...Object.values(definition.offers).map(({ expires }) => expires)];
  const used = [
    ...delays,
    ...uses.flatMap(({ text }) =>
      [...text.matchAll(/\bparameters\.([a-z]\w*)/g)].map(([, name = '']) => name),
    ),
    ...[
      definition.retention?.for ?? '',
      ...Object.values(definition.offers).map(({ expires }) => expires),
    ].filter(name => /^[a-z]\w*$/.test(name)),
  ];
  return unknown(used, Object.keys(definition.parameters)).map(name => ({
    file: 'parameters.yaml',
    path: [name],
    value: {
      title: bilingual(`what ${name} is, in Danish`, `what ${name} is, in English`),
      values: [
        {
          from: definition.effective,
          value: periods.includes(name) ? 'P14D' : exampleParameter(name, context),
          source: toBeWritten(`the value of ${name}, and its legal source`),
          confidence: 'doubtful',
        },
      ],
    },
    what: `the parameter ${name}`,
  }));
}

function missingForms({ definition, states }: CheckContext): MissingPart[] {
  const used = [...states.flatMap(({ task }) => task?.form ?? []), definition.takes ?? ''];
  return unknown(used, Object.keys(definition.forms)).map(name => ({
    file: `forms/${name}.yaml`,
    path: [],
    value: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      properties: {},
    },
    what: `the form ${name}`,
  }));
}

function missingMessages({ definition, actions }: CheckContext): MissingPart[] {
  const sent = actions.filter(
    ({ action: { type, params } }) => type === 'message' && typeof params['text'] === 'string',
  );
  const known = LANGUAGES.flatMap(language => Object.keys(definition.texts[language].messages));
  const names = sent.map(({ action }) => String(action.params['text']));
  return unknown(names, known).flatMap(name => {
    const given = sent
      .filter(({ action }) => action.params['text'] === name)
      .map(({ action }) => Object.keys(action.params['with'] ?? {}));
    const everywhere = given[0]?.filter(key => given.every(keys => keys.includes(key))) ?? [];
    return inBoth(definition, ['messages', name], messageValue(name, everywhere), `the message ${name}`);
  });
}

function missingTexts(context: CheckContext): MissingPart[] {
  const isPage = ({ path }: TextNeed): boolean => path[0] === 'forms' && path[2] === 'pages';
  const needs = textNeeds(context);
  const single = needs
    .filter(need => !isPage(need))
    .flatMap(({ path, what }) => inBoth(context.definition, path, valueOf(path, what), what));
  // A list is made as a whole.
  const pages = grouped(needs.filter(isPage), ({ path }) => path[1]);
  const lists = [...pages].flatMap(([form, titles]) =>
    inBoth(
      context.definition,
      ['forms', form, 'pages'],
      titles.map(({ what }) => toBeWritten(what)),
      `the pages of the form ${form}`,
    ),
  );
  return [...single, ...lists];
}

/** In the shape that the schema of texts has for the group: a message and a field are more than one line. */
function valueOf(path: readonly string[], what: string): Json {
  if (path[0] === 'messages') return messageValue(path[1] ?? '', []);
  if (path[0] === 'forms' && path[2] === 'fields' && path.length === 4) return { label: toBeWritten(what) };
  return toBeWritten(what);
}

function messageValue(name: string, placeholders: readonly string[]): Json {
  const filled = placeholders.map(key => ` {${key}}`).join('');
  return {
    subject: toBeWritten(`the subject of the message ${name}`),
    body: toBeWritten(`the body of the message ${name}${filled}`),
  };
}

/** One part for each language that does not have it, in the journey or in a part that it uses. */
function inBoth(
  { expansion }: Definition,
  path: readonly string[],
  value: Json,
  what: string,
): MissingPart[] {
  return LANGUAGES.flatMap(language => {
    const written = valueAt(expansion.texts[language], path);
    if (written !== undefined && written !== null && written !== '') return [];
    return [{ file: `texts/${language}.yaml`, path, value, what: `${what} (${language})` }];
  });
}

function unknown(used: readonly string[], known: readonly string[]): string[] {
  return [...new Set(used)].filter(name => name !== '' && !known.includes(name) && !isSlip(name, known));
}

function bilingual(da: string, en: string): Json {
  return { da: toBeWritten(da), en: toBeWritten(en) };
}
