import { type StateDefinition } from './state-definition.js';

/** Every state of a tree, parents before children, in the order written. */
export function everyState(root: StateDefinition): StateDefinition[] {
  const found: StateDefinition[] = [];
  const visit = (state: StateDefinition): void => {
    found.push(state);
    for (const inner of state.states) visit(inner);
  };
  visit(root);
  return found;
}

/** The state at a path; undefined where there is none. */
export function stateAt(root: StateDefinition, path: string): StateDefinition | undefined {
  const keys = path === '' ? [] : path.split('.');
  return keys.reduce<StateDefinition | undefined>(
    (around, key) => around?.states.find(inner => inner.key === key),
    root,
  );
}

/** The path of the state above; undefined for the root. */
export function parentPath(path: string): string | undefined {
  if (path === '') return undefined;
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
}
