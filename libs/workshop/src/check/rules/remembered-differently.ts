import { compileTemplate, describeType, type Remembering, typeKey, type ValueType } from '#journey';
import { type Rule } from '../rule.js';
import { type CheckContext } from '../check-context.js';

export const rememberedDifferently: Rule = {
  code: 'remembered-differently',
  title: 'a name is remembered with one type everywhere',
  severity: 'error',
  *find(context) {
    const first = new Map<string, ValueType>();
    for (const remembering of context.rememberings) {
      const type = typeOf(context, remembering);
      if (!type || type.kind === 'dyn') continue;
      const known = first.get(remembering.name);
      if (!known) first.set(remembering.name, type);
      if (!known || shapeOf(known) === shapeOf(type)) continue;
      yield {
        place: context.at(...remembering.action.at, 'params', 'as'),
        message: `${remembering.name} is remembered here as ${describeType(type)}, and elsewhere as ${describeType(known)}.`,
        remedy: 'Give one of them another name.',
      };
    }
  },
};

function typeOf(context: CheckContext, { value, data, each }: Remembering): ValueType | undefined {
  if (value === undefined) return data && (each ? { kind: 'map', of: data } : data);
  const { type, faults } = compileTemplate(value, context.environment);
  if (faults.length > 0) return undefined;
  return each ? { kind: 'map', of: type } : type;
}

/** The type without the texts that it is limited to: rented and owned are both texts. */
function shapeOf(type: ValueType): string {
  if (type.kind === 'string') return 'string';
  if (type.kind === 'list' || type.kind === 'map') return `${type.kind} of ${shapeOf(type.of)}`;
  if (type.kind !== 'object') return typeKey(type);
  return Object.entries(type.fields)
    .map(([name, field]) => `${name}${field.optional ? '?' : ''}: ${shapeOf(field.type)}`)
    .sort()
    .join(', ');
}
