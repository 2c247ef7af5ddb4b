import { type Place, RESERVED_NAMES, startsIn } from '#journey';
import { type Rule } from '../rule.js';

/** Words that CEL keeps for itself (CEL specification, "Syntax": RESERVED and the literals). */
const CEL_WORDS = [
  'as', 'break', 'const', 'continue', 'else', 'false', 'for', 'function', 'if', 'import', 'in', 'let', 'loop',
  'namespace', 'null', 'package', 'return', 'true', 'var', 'void', 'while', 'bool', 'bytes', 'double', 'dyn', 'int',
  'list', 'map', 'string', 'type', 'uint', 'date', 'period', 'person', 'participant', 'has',
]; // prettier-ignore

export const nameTaken: Rule = {
  code: 'name-taken',
  title: 'a name means one thing in expressions',
  severity: 'error',
  *find(context) {
    const { roles, sources } = context.definition;
    const declared = Object.keys(roles).map(name => ({
      name,
      place: context.at('roles', name),
      key: true,
      role: true,
    }));
    const remembered = context.rememberings.map(({ name, action }) => ({
      name,
      place: context.at(...action.at, 'params', 'as'),
      key: false,
      role: false,
    }));
    const started = startsIn(context.definition.machine).flatMap(({ params, at }) =>
      typeof params['as'] === 'string'
        ? [{ name: params['as'], place: context.at(...at, 'params', 'as'), key: false, role: false }]
        : [],
    );
    const parameters = Object.keys(context.definition.parameters).map(name => ({
      name,
      place: { source: sources.parameters, path: [name] } as Place,
      key: true,
      role: false,
    }));
    for (const { name, place, key, role } of [...declared, ...remembered, ...started]) {
      const isGiven = name === 'given' && context.definition.takes !== undefined;
      const taken = isGiven || RESERVED_NAMES.some(word => word === name) || CEL_WORDS.includes(name);
      if (!taken && (role || !Object.hasOwn(roles, name))) continue;
      yield {
        place,
        key,
        message: `${name} already means something else in expressions.`,
        remedy: taken ? 'Choose another name.' : 'It is a role; remember it under another name.',
      };
    }
    for (const { name, place, key } of parameters) {
      if (!CEL_WORDS.includes(name)) continue;
      yield { place, key, message: `${name} is a word of CEL.`, remedy: 'Choose another name.' };
    }
  },
};
