import { appliedSchemas } from '#schema';
import { type CheckContext } from './check-context.js';

/** Whose confidential data a remembered name holds, and which parts of it are. */
export interface ConfidentialFact {
  readonly name: string;
  readonly role: string;
  /** Paths under the name; empty when all of it is confidential. */
  readonly parts: readonly string[];
}

/** What is remembered from tasks whose role is confidential, or whose form marks fields as confidential. */
export function confidentialFacts(context: CheckContext): ConfidentialFact[] {
  const { roles, forms } = context.definition;
  return context.rememberings.flatMap(({ name, state, transition, value }): ConfidentialFact[] => {
    const { task } = state;
    if (!task || transition?.trigger.kind !== 'event' || value !== undefined) return [];
    if (Object.hasOwn(roles, task.role) && roles[task.role]?.confidential)
      return [{ name, role: task.role, parts: [] }];
    const parts = appliedSchemas(forms[task.form] ?? {})
      .filter(({ schema }) => schema['x-confidential'] === true)
      .map(({ path }) => path.join('.'));
    return parts.length > 0 ? [{ name, role: task.role, parts }] : [];
  });
}

/** Whether reading `path` shows something confidential: the thing itself, a part of it, or what it is part of. */
export function reveals({ name, parts }: ConfidentialFact, path: readonly string[]): boolean {
  if (path[0] !== name) return false;
  const read = path.slice(1).join('.');
  if (parts.length === 0 || read === '') return true;
  return parts.some(part => `${read}.`.startsWith(`${part}.`) || `${part}.`.startsWith(`${read}.`));
}
