import { type EventObject } from 'xstate';
import { type ScxmlElement } from './scxml-document.js';

export type Data = Record<string, unknown>;

interface Now {
  readonly context: Data;
  readonly event: EventObject;
}

/** SCXML sessions have an address of their own; all of these mean the machine itself. */
export const OWN_ADDRESS = '#_scxml_session';
const SYSTEM = {
  _sessionid: 'session',
  _name: 'machine',
  _ioprocessors: { scxml: { location: OWN_ADDRESS }, basichttp: { location: OWN_ADDRESS } },
};

/**
 * The ECMAScript data model: expressions see the variables of the document by name. A variable without a value is
 * absent from a context that has been through JSON, and is `undefined` here all the same.
 */
export class ScxmlDatamodel {
  readonly #empty: Data;

  readonly #declarations: readonly ScxmlElement[];

  constructor(declarations: readonly ScxmlElement[]) {
    this.#declarations = declarations;

    this.#empty = Object.fromEntries(declarations.map(({ attributes }) => [attributes.id, undefined]));
  }

  initial(): Data {
    const now = { context: {} as Data, event: { type: '' } };
    for (const { attributes, text } of this.#declarations) {
      const expression = attributes.expr ?? text.trim();
      if (expression) now.context[attributes.id!] = this.value(expression)(now);
    }
    return now.context;
  }

  value(expression: string): (now: Now) => unknown {
    const run = compile(`return (${expression}\n);`);
    return ({ context, event }) => run({ ...this.#empty, ...context }, eventOf(event), SYSTEM);
  }

  /** Runs statements that may change variables, and gives the variables as they are then. */
  change(statements: string): (now: Now) => Data {
    const run = compile(statements);
    return ({ context, event }) => {
      const data = { ...this.#empty, ...structuredClone(context) };
      run(data, eventOf(event), SYSTEM);
      return data;
    };
  }
}

type Compiled = (data: Data, event: object, system: object) => unknown;

function compile(body: string): Compiled {
  // The data model is defined in terms of a scope that holds the variables, which is what `with` gives.
  return new Function('data', '_event', 'system', `with (system) with (data) { ${body} }`) as Compiled;
}

function eventOf(event: EventObject & { data?: unknown; output?: unknown; origin?: unknown }): object {
  const name = event.type
    .replace(/^xstate\.done\.state/, 'done.state')
    .replace(/^xstate\.done\.actor/, 'done.invoke');
  return { name, data: event.data ?? event.output, origin: event.origin };
}
