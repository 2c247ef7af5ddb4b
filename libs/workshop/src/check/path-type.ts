import { type ASTNode } from '@marcbachmann/cel-js';
import { type FieldType, pathOf, type ValueType } from '#journey';

/** The types of names, and of the variables of comprehensions. */
export type TypeScope = Readonly<Record<string, FieldType>>;

/** *Type lookup*: the type of a part of an expression that leads to a value by names, items and filters; else undefined. */
export function pathType(node: ASTNode, scope: TypeScope): ValueType | undefined {
  const path = pathOf(node);
  if (path) {
    const [first = '', ...rest] = path;
    const start = Object.hasOwn(scope, first) ? scope[first]?.type : undefined;
    return rest.reduce(fieldType, start);
  }
  switch (node.op) {
    case '.':
    case '.?':
      return fieldType(pathType(node.args[0], scope), node.args[1]);
    case '[]':
    case '[?]':
      return itemType(pathType(node.args[0], scope));
    case 'rcall': {
      const [name, receiver, args] = node.args;
      if (name === 'filter' || name === 'orValue') return pathType(receiver, scope);
      const [variable, made] = args;
      if (name !== 'map' || variable?.op !== 'id' || !made || args.length > 2) return undefined;
      const of = pathType(made, withItem(scope, variable.args, receiver));
      return of && { kind: 'list', of };
    }
    default:
      return undefined;
  }
}

/** The scope inside a comprehension, where a variable stands for each item of a list. */
export function withItem(scope: TypeScope, variable: string, list: ASTNode): TypeScope {
  const type = itemType(pathType(list, scope)) ?? { kind: 'dyn' };
  return { ...scope, [variable]: { type, optional: false } };
}

function fieldType(type: ValueType | undefined, name: string): ValueType | undefined {
  if (type?.kind !== 'object' || !Object.hasOwn(type.fields, name)) return undefined;
  return type.fields[name]?.type;
}

function itemType(type: ValueType | undefined): ValueType | undefined {
  return type?.kind === 'list' || type?.kind === 'map' ? type.of : undefined;
}
