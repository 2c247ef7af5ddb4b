import { fieldsOf, isObject, type JsonObject, type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { type Language, LANGUAGES, type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Remembering } from '../expression/environment-of.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { compileTemplate } from '../expression/template.js';
import { type ValueType } from '../expression/value-type.js';
import { type Telling } from '../telling.js';
import { type PlaceholderType } from './placeholder.js';
import { ADDRESS_LINES } from './value-words.js';

/** What is known of a value before it is there: how it is put into words when nothing else is said. */
export interface ValueKind {
  readonly type?: PlaceholderType;
  /** The words of each value of an enum. */
  readonly options?: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** An expression that is a mere path, `= move.kind`. */
const PATH = /^\s*=\s*([A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*)*)\s*$/;
/** What is made from what is made from itself is followed no further. */
const DEEPEST = 8;

/** *Provenance* of values: the form, contract or parameter that a value comes from says how it is put into words. */
export class ValueOrigins {
  readonly #definition: Definition;
  readonly #catalogue: ServiceCatalogue;
  readonly #environment: ExpressionEnvironment;
  readonly #rememberings: readonly Remembering[];

  constructor(
    definition: Definition,
    catalogue: ServiceCatalogue,
    environment: ExpressionEnvironment,
    rememberings: readonly Remembering[],
  ) {
    this.#definition = definition;
    this.#catalogue = catalogue;
    this.#environment = environment;
    this.#rememberings = rememberings;
  }

  /** The kind of what a template gives. */
  kindOf(template: Json | undefined): ValueKind {
    if (template === undefined) return {};
    const path =
      typeof template === 'string' ? PATH.exec(template)?.[1]?.replaceAll('?', '').split('.') : undefined;
    const type = typeFor(compileTemplate(template, this.#environment).type);
    return { ...(type && { type }), ...(path && this.#at(path, 0)) };
  }

  #at([name = '', ...rest]: readonly string[], depth: number): ValueKind {
    if (depth > DEEPEST) return {};
    const { parameters } = this.#definition;
    if (name === 'parameters') {
      const unit = Object.hasOwn(parameters, rest[0] ?? '') ? parameters[rest[0] as string]?.unit : undefined;
      return unit !== undefined && isKroner(unit) ? { type: 'money' } : {};
    }
    for (const remembering of this.#rememberings) {
      if (remembering.name !== name || remembering.each) continue;
      const kind =
        remembering.value === undefined
          ? this.#told(remembering, rest)
          : this.#made(remembering.value, rest, depth);
      if (kind.type !== undefined || kind.options !== undefined) return kind;
    }
    return {};
  }

  #made(value: Json, rest: readonly string[], depth: number): ValueKind {
    const path =
      typeof value === 'string' ? PATH.exec(value)?.[1]?.replaceAll('?', '').split('.') : undefined;
    if (path) return this.#at([...path, ...rest], depth + 1);
    const [member, ...below] = rest;
    return member !== undefined && isObject(value) && value[member] !== undefined
      ? this.#made(value[member], below, depth + 1)
      : {};
  }

  #told({ state, transition }: Remembering, path: readonly string[]): ValueKind {
    const { trigger } = transition ?? {};
    switch (trigger?.kind) {
      case 'event':
        return this.#ofForm(state.task?.form ?? '', path);
      case 'answer': {
        const service = this.#catalogue.service(state.invokes[trigger.invoke]?.src ?? '');
        return ofContract(service?.tells, service?.answer, path);
      }
      case 'report': {
        const event = this.#catalogue.registerEvent(trigger.event);
        return ofContract(event?.tells, event?.data, path);
      }
      default:
        return {};
    }
  }

  #ofForm(form: string, path: readonly string[]): ValueKind {
    const { texts } = this.#definition;
    const written = LANGUAGES.map(language => {
      const { forms } = texts[language];
      const fields = Object.hasOwn(forms, form) ? forms[form]?.fields : undefined;
      const name = path.join('.');
      return [language, fields && Object.hasOwn(fields, name) ? fields[name]?.options : undefined] as const;
    });
    // A language in which a word is missing says the value itself.
    const all = written.map(([language, options]) => [language, options ?? {}]);
    return written.some(([, options]) => options)
      ? { options: Object.fromEntries(all) as NonNullable<ValueKind['options']> }
      : {};
  }
}

function ofContract(
  tells: readonly Telling[] | undefined,
  schema: JsonSchema | undefined,
  path: readonly string[],
): ValueKind {
  const paid = tells?.some(({ amount }) => path.length === 1 && amount === path[0]);
  return paid ? { type: 'money' } : contractWords(schema, path);
}

/** The words that a contract has for the values of a field, `x-words`. */
export function contractWords(schema: JsonSchema | undefined, path: readonly string[]): ValueKind {
  if (schema === undefined) return {};
  const field = fieldsOf(schema).find(each => each.path.join('.') === path.join('.'));
  const words = field?.schemas.map(each => each['x-words']).find(isObject);
  if (!words) return {};
  const options = LANGUAGES.map(language => [
    language,
    Object.fromEntries(
      Object.entries(words).map(([value, said]) => [value, String((said as JsonObject)[language])]),
    ),
  ]);
  return { options: Object.fromEntries(options) as NonNullable<ValueKind['options']> };
}

/** The placeholder type of a value by its own type; undefined for text and numbers, which need none. */
export function typeFor(type: ValueType): PlaceholderType | undefined {
  switch (type.kind) {
    case 'date':
    case 'timestamp':
      return 'date';
    case 'period':
    case 'person':
      return type.kind;
    case 'bool':
      return 'yesNo';
    case 'object':
      return ADDRESS_LINES.some(line => Object.hasOwn(type.fields, line)) ? 'address' : undefined;
    case 'list':
      return typeFor(type.of);
    default:
      return undefined;
  }
}

function isKroner(unit: string): boolean {
  return /^(?:kr\b|kroner|dkk)/i.test(unit);
}
