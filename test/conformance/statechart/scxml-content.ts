import {
  assign,
  cancel,
  enqueueActions,
  log,
  raise,
  sendTo,
  type EventObject,
  type UnknownAction,
} from 'xstate';
import { childrenOf, type ScxmlElement } from './scxml-document.js';
import { OWN_ADDRESS, type Data, type ScxmlDatamodel } from './scxml-datamodel.js';

interface Now {
  readonly context: Data;
  readonly event: EventObject;
}

/** Turns executable content into XState actions, in order. */
export function actionsOf(parent: ScxmlElement | undefined, data: ScxmlDatamodel): UnknownAction[] {
  return (parent?.children ?? []).map(element => actionOf(element, data) as UnknownAction);
}

function actionOf(element: ScxmlElement, data: ScxmlDatamodel): unknown {
  const { name, attributes, text } = element;
  switch (name) {
    case 'raise':
      return raise({ type: attributes.event! });
    case 'assign':
      return assign(data.change(`${attributes.location} = (${attributes.expr ?? text});`));
    case 'script':
      return assign(data.change(text));
    case 'log': {
      const value = data.value(attributes.expr ?? 'null');
      return log(({ context, event }: Now) => value({ context, event }) ?? null, attributes.label);
    }
    case 'cancel':
      return cancel(either(data, attributes.sendid, attributes.sendidexpr, String) as never);
    case 'send':
      return send(element, data);
    case 'if':
      return choose(element, data);
    case 'foreach':
      return repeat(element, data);
    default:
      throw new Error(`<${name}> is not executable content`);
  }
}

function send(element: ScxmlElement, data: ScxmlDatamodel): unknown {
  const { attributes } = element;
  const type = either(data, attributes.event, attributes.eventexpr, String);
  const params = childrenOf(element, 'param').map(
    param =>
      [param.attributes.name!, data.value(param.attributes.expr ?? param.attributes.location!)] as const,
  );
  const internal = attributes.target === '#_internal';
  const event = (now: Now) => ({
    ...(internal ? {} : { origin: OWN_ADDRESS }),
    type: type(now) ?? '',
    data: Object.fromEntries(params.map(([name, value]) => [name, value(now)])),
  });
  const wait = either(data, attributes.delay, attributes.delayexpr, milliseconds);
  const hasDelay = attributes.delay !== undefined || attributes.delayexpr !== undefined;
  const options = { id: attributes.id, ...(hasDelay ? { delay: wait as never } : {}) };
  if (internal) return raise(event as never, options);
  const target = either(data, attributes.target, attributes.targetexpr, String);
  return sendTo(
    (({ self, ...now }: Now & { self: unknown }) => addressee(target(now), self)) as never,
    event as never,
    options,
  );
}

function addressee(address: string | undefined, self: unknown): unknown {
  return address === undefined || address.startsWith(OWN_ADDRESS) ? self : address;
}

function choose(element: ScxmlElement, data: ScxmlDatamodel): unknown {
  const branches = [{ holds: data.value(element.attributes.cond!), actions: [] as unknown[] }];
  for (const child of element.children) {
    if (child.name === 'elseif') branches.push({ holds: data.value(child.attributes.cond!), actions: [] });
    else if (child.name === 'else') branches.push({ holds: () => true, actions: [] });
    else branches.at(-1)!.actions.push(actionOf(child, data));
  }
  return enqueueActions(({ context, event, enqueue }) => {
    const taken = branches.find(({ holds }) => holds({ context, event }));
    taken?.actions.forEach(action => enqueue(action as never));
  });
}

function repeat(element: ScxmlElement, data: ScxmlDatamodel): unknown {
  const { array, item, index } = element.attributes;
  const list = data.value(array!);
  const actions = actionsOf(element, data);
  return enqueueActions(({ context, event, enqueue }) => {
    (list({ context, event }) as unknown[]).forEach((value, i) => {
      enqueue.assign({ [item!]: value, ...(index ? { [index]: i } : {}) });
      actions.forEach(action => enqueue(action as never));
    });
  });
}

/** An attribute, or the value of the expression that may stand in its place. */
function either<T>(
  data: ScxmlDatamodel,
  literal: string | undefined,
  expression: string | undefined,
  read: (text: string) => T,
) {
  const evaluate = expression === undefined ? undefined : data.value(expression);
  return (now: Now): T | undefined => {
    if (evaluate) return read(evaluate(now) as string);
    return literal === undefined ? undefined : read(literal);
  };
}

function milliseconds(delay: string): number {
  const [, amount, unit] = /^([\d.]+)(ms|s)?$/.exec(delay)!;
  return Number(amount) * (unit === 's' ? 1000 : 1);
}
