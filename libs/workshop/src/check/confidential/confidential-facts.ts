import { type Remembering } from '#journey';
import { appliedSchemas } from '#schema';
import { type Json } from '#statechart';
import { type CheckContext } from '../check-context.js';
import { expressionsIn } from '../expression-uses.js';
import { Subjects } from './subjects.js';
import { sharedWith } from './shares.js';

/** Confidential data under a remembered name. */
export interface ConfidentialFact {
  readonly name: string;
  /** Where it came from, in words. */
  readonly origin: string;
  /** Roles that may see it: whose it is, and with whom it is shared. */
  readonly known: ReadonlySet<string>;
  /** Paths under the name; empty when all of it is confidential. */
  readonly parts: readonly string[];
}

/** One place in an expression that reads confidential data. */
export interface ConfidentialRead {
  readonly path: readonly string[];
  /** Characters from the start of the expression. */
  readonly start: number;
  readonly origin: string;
  readonly known: ReadonlySet<string>;
}

/**
 * *Taint analysis* of confidential data: what a confidential role has told, what its form marks, and what an authority has
 * answered about it, and all that was made from them. Only `shares` lets another role know.
 */
export class ConfidentialFacts {
  /** By name and origin. */
  readonly #facts = new Map<string, Map<string, ConfidentialFact>>();
  readonly #context: CheckContext;
  readonly #subjects: Subjects;

  constructor(context: CheckContext) {
    this.#context = context;
    this.#subjects = new Subjects(context);
    const readers = this.#readers();
    const changed = context.rememberings.flatMap(remembering =>
      this.#told(remembering).flatMap(fact => (this.#add(fact) ? [fact.name] : [])),
    );
    for (let name = changed.pop(); name !== undefined; name = changed.pop()) {
      for (const reader of readers.get(name) ?? []) {
        for (const { origin, known } of this.#made(reader)) {
          if (this.#add({ name: reader.name, origin, known, parts: [] })) changed.push(reader.name);
        }
      }
    }
  }

  /** What an expression shows that not every role may know. */
  readsOf(text: string, environment = this.#context.environment): ConfidentialRead[] {
    const compiled = environment.compile(text);
    const all = compiled.ok ? compiled.expression.reads : [];
    // What somebody fills in is theirs to see.
    const reads = all.filter(({ path: [name = ''] }) => !Object.hasOwn(environment.fields, name));
    // The longest path an expression reads is what it shows; those on the way there only lead to it.
    const keyOf = (start: number, path: readonly string[]): string => `${start} ${path.join('.')}`;
    const onTheWay = new Set(reads.map(({ path, start }) => keyOf(start, path.slice(0, -1))));
    return reads
      .filter(({ path, start }) => !onTheWay.has(keyOf(start, path)))
      .flatMap(({ path, start }) =>
        [...(this.#facts.get(path[0] ?? '')?.values() ?? [])]
          .filter(fact => reveals(fact, path))
          .map(({ origin, known }) => ({
            path,
            start,
            origin,
            // Everybody may know who they are themselves.
            known: new Set([
              ...known,
              ...sharedWith(this.#context.definition.shares, path),
              ...this.#subjects.at(path),
            ]),
          })),
      );
  }

  #told({ name, state, transition, value }: Remembering): ConfidentialFact[] {
    if (value !== undefined || !transition) return [];
    const { roles, forms } = this.#context.definition;
    const { trigger } = transition;
    if (trigger.kind === 'answer') {
      const { src, input } = state.invokes[trigger.invoke] ?? { src: '', input: {} };
      const about = this.#subjects.of(input);
      if (![...about].some(role => roles[role]?.confidential)) return [];
      return [
        { name, origin: `was answered by ${src} about ${[...about].join(' and ')}`, known: about, parts: [] },
      ];
    }
    const { task } = state;
    if (!task || trigger.kind !== 'event') return [];
    const told = { name, origin: `was told by ${task.role} in confidence`, known: new Set([task.role]) };
    if (Object.hasOwn(roles, task.role) && roles[task.role]?.confidential) return [{ ...told, parts: [] }];
    const parts = appliedSchemas(forms[task.form] ?? {})
      .filter(({ schema }) => schema['x-confidential'] === true)
      .map(({ path }) => path.join('.'));
    return parts.length > 0 ? [{ ...told, parts }] : [];
  }

  /** What is made anew when a name changes, by that name. */
  #readers(): ReadonlyMap<string, Remembering[]> {
    const readers = new Map<string, Remembering[]>();
    for (const remembering of this.#context.rememberings) {
      const texts = this.#texts(this.#madeFrom(remembering));
      const compiled = texts.map(text => this.#context.environment.compile(text));
      const names = compiled.flatMap(each =>
        each.ok ? each.expression.reads.map(({ path }) => path[0]) : [],
      );
      for (const name of new Set(names)) {
        const known = readers.get(name ?? '') ?? [];
        known.push(remembering);
        readers.set(name ?? '', known);
      }
    }
    return readers;
  }

  #made(remembering: Remembering): ConfidentialRead[] {
    return this.#texts(this.#madeFrom(remembering)).flatMap(text => this.readsOf(text));
  }

  /** What goes on into a name: the value that is given, or what was asked about nobody in particular. */
  #madeFrom({ state, transition, value }: Remembering): Json | undefined {
    if (value !== undefined || transition?.trigger.kind !== 'answer') return value;
    const input = state.invokes[transition.trigger.invoke]?.input ?? {};
    return this.#subjects.of(input).size === 0 ? input : undefined;
  }

  #texts(value: Json | undefined): string[] {
    return expressionsIn(value, this.#context.at()).map(({ text }) => text);
  }

  /** @returns whether anything is new: fewer may know, or of one more origin */
  #add(fact: ConfidentialFact): boolean {
    const facts = this.#facts.get(fact.name) ?? new Map<string, ConfidentialFact>();
    const before = facts.get(fact.origin);
    const known = new Set([...fact.known].filter(role => !before || before.known.has(role)));
    if (before && known.size === before.known.size) return false;
    this.#facts.set(
      fact.name,
      facts.set(fact.origin, { ...fact, known, parts: before?.parts ?? fact.parts }),
    );
    return true;
  }
}

/** Whether reading `path` shows something confidential: the thing itself, a part of it, or what it is part of. */
function reveals({ parts }: ConfidentialFact, path: readonly string[]): boolean {
  const read = path.slice(1).join('.');
  if (parts.length === 0 || read === '') return true;
  return parts.some(part => `${read}.`.startsWith(`${part}.`) || `${part}.`.startsWith(`${read}.`));
}
