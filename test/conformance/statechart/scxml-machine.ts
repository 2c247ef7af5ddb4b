import {
  createMachine,
  not,
  stateIn,
  type AnyStateMachine,
  type EventObject,
  type MachineConfig,
} from 'xstate';
import { actionsOf } from './scxml-content.js';
import { ScxmlDatamodel, type Data } from './scxml-datamodel.js';
import { childrenOf, type ScxmlElement } from './scxml-document.js';

/** A machine, and by `src` of its invokes the machines that carry them out. */
export interface ScxmlMachine {
  readonly machine: AnyStateMachine;
  readonly services: ReadonlyMap<string, ScxmlMachine>;
}

type Config = Record<string, unknown>;

/** Builds the XState machine that a document describes. */
export function scxmlMachine(document: ScxmlElement): ScxmlMachine {
  const datamodel = new ScxmlDatamodel(childrenOf(document, 'datamodel').flatMap(({ children }) => children));
  const services = new Map<string, ScxmlMachine>();
  const root = new ScxmlStates(datamodel, services).config(document);
  const config = { ...root, id: 'machine', context: () => datamodel.initial() };
  return { machine: createMachine(config as MachineConfig<Data, EventObject>), services };
}

/** XState reads dots in ids as paths. */
export function stateKey(id: string): string {
  return id.replaceAll('.', '$');
}

class ScxmlStates {
  #unnamed = 0;

  readonly #data: ScxmlDatamodel;
  readonly #services: Map<string, ScxmlMachine>;

  constructor(data: ScxmlDatamodel, services: Map<string, ScxmlMachine>) {
    this.#data = data;
    this.#services = services;
  }

  config(element: ScxmlElement): Config {
    const states = childrenOf(element, 'state', 'parallel', 'final', 'history');
    return {
      ...(element.name === 'parallel' || element.name === 'final' ? { type: element.name } : {}),
      ...(states.length && element.name !== 'parallel' ? { initial: this.#initial(element, states) } : {}),
      ...(states.length ? { states: Object.fromEntries(states.map(state => this.#entry(state))) } : {}),
      entry: childrenOf(element, 'onentry').flatMap(block => actionsOf(block, this.#data)),
      exit: childrenOf(element, 'onexit').flatMap(block => actionsOf(block, this.#data)),
      invoke: childrenOf(element, 'invoke').map(invoke => this.#invoke(invoke)),
      ...this.#transitions(element),
    };
  }

  #entry(element: ScxmlElement): [string, Config] {
    const id = stateKey(element.attributes.id ?? `unnamed-${++this.#unnamed}`);
    return [id, { id, ...(element.name === 'history' ? history(element) : this.config(element)) }];
  }

  #initial(element: ScxmlElement, states: readonly ScxmlElement[]): unknown {
    const [transition] = childrenOf(element, 'initial').flatMap(({ children }) => children);
    const target = transition?.attributes.target ?? element.attributes.initial;
    const first = states.find(({ name }) => name !== 'history')?.attributes.id ?? 'unnamed-1';
    return { target: stateKey(target ?? first), actions: actionsOf(transition, this.#data) };
  }

  #invoke(element: ScxmlElement): Config {
    const src = `service-${this.#services.size + 1}`;
    const [content] = childrenOf(element, 'content');
    this.#services.set(src, scxmlMachine(childrenOf(content!, 'scxml')[0]!));
    return { src, id: element.attributes.id };
  }

  #transitions(element: ScxmlElement): Config {
    const on: Record<string, Config[]> = {};
    const always: Config[] = [];
    for (const transition of childrenOf(element, 'transition')) {
      const { event, cond, target, type } = transition.attributes;
      const config = {
        ...(target === undefined ? {} : { target: targets(target), reenter: type !== 'internal' }),
        ...(cond === undefined ? {} : { guard: this.#guard(cond) }),
        actions: actionsOf(transition, this.#data),
      };
      if (event === undefined) always.push(config);
      else for (const descriptor of descriptors(event)) (on[descriptor] ??= []).push(config);
    }
    return { on, ...(always.length ? { always } : {}) };
  }

  #guard(condition: string): unknown {
    const [, negated, id] = /^(!?)In\('([^']+)'\)$/.exec(condition.trim()) ?? [];
    if (id !== undefined) return negated ? not(stateIn(`#${stateKey(id)}`)) : stateIn(`#${stateKey(id)}`);
    const holds = this.#data.value(condition);
    return (now: { context: Data; event: EventObject }) => Boolean(holds(now));
  }
}

function history(element: ScxmlElement): Config {
  const [transition] = childrenOf(element, 'transition');
  return {
    type: 'history',
    history: element.attributes.type ?? 'shallow',
    ...(transition ? { target: targets(transition.attributes.target!) } : {}),
  };
}

function targets(ids: string): string[] {
  return words(ids).map(id => `#${stateKey(id)}`);
}

/** An event descriptor of SCXML matches every event whose name begins with its tokens. */
function descriptors(events: string): string[] {
  return words(events).flatMap(event => {
    const prefix = event.replace(/\.\*?$/, '');
    if (prefix === '*') return ['*'];
    const name = prefix
      .replace(/^done\.state/, 'xstate.done.state')
      .replace(/^done\.invoke/, 'xstate.done.actor');
    return [name, `${name}.*`];
  });
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
