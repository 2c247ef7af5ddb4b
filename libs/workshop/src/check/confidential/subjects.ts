import { isExpression, type Remembering } from '#journey';
import { type Json } from '#statechart';
import { astOf } from '../ast-parts.js';
import { type CheckContext } from '../check-context.js';
import { expressionsIn } from '../expression-uses.js';
import { personSources } from '../vouching/person-sources.js';

/** *Alias analysis* of persons: which roles the persons are that a request names, as `applicant.cpr` or as what they were invited by. */
export class Subjects {
  readonly #context: CheckContext;
  /** Roles by the path that their person was invited by. */
  readonly #invited = new Map<string, Set<string>>();
  readonly #values = new Map<string, Remembering[]>();
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(context: CheckContext) {
    this.#context = context;
    for (const { action } of context.actions) {
      const { role, person } = action.params;
      if (action.type !== 'invite' || typeof role !== 'string' || !isExpression(person)) continue;
      for (const path of sourcesOf(person)) {
        this.#invited.set(path.join('.'), (this.#invited.get(path.join('.')) ?? new Set()).add(role));
      }
    }
    for (const remembering of context.rememberings) {
      if (remembering.value === undefined) continue;
      const { name } = remembering;
      this.#values.set(name, [...(this.#values.get(name) ?? []), remembering]);
    }
  }

  /** The roles whose persons a template names, in the order of the definition. */
  of(template: Json): ReadonlySet<string> {
    const found = new Set(
      expressionsIn(template, this.#context.at()).flatMap(({ text }) =>
        sourcesOf(text).flatMap(path => [...this.at(path)]),
      ),
    );
    return new Set(Object.keys(this.#context.definition.roles).filter(role => found.has(role)));
  }

  /** The roles that the person at a path may be. */
  at(path: readonly string[]): ReadonlySet<string> {
    const key = path.join('.');
    const known = this.#known.get(key);
    if (known) return known;
    const [name = '', member] = path;
    const isRole = Object.hasOwn(this.#context.definition.roles, name) && member === 'cpr';
    const found = new Set<string>([...(isRole ? [name] : []), ...(this.#invited.get(key) ?? [])]);
    // What is made from itself is nobody else for that.
    this.#known.set(key, found);
    for (const { value } of path.length === 1 ? (this.#values.get(name) ?? []) : []) {
      for (const role of this.of(value as Json)) found.add(role);
    }
    return found;
  }
}

function sourcesOf(text: string): readonly (readonly string[])[] {
  const ast = astOf(text);
  return ast ? personSources(ast) : [];
}
