import { type Json } from '#statechart';
import { isRecord } from './cursor.js';
import { type TargetResolver } from './read-transitions.js';

/**
 * Resolves targets as XState does: `sibling` and `sibling.child` from the parent, `.child` from the state
 * itself, `#id` and `#id.child` from anywhere, where `#<definition id>` is the root.
 */
export function targetResolver(machine: Json, rootId: string): TargetResolver {
  const ids = new Map<string, string>([[rootId, '']]);
  const paths = new Set<string>();
  collect(machine, '', paths, ids);
  const known = (path: string): string | undefined => (paths.has(path) ? path : undefined);

  return (source, target) => {
    if (target.startsWith('#')) {
      const named = target.slice(1);
      // An id may itself contain dots, so the longest one that fits is taken.
      for (let end = named.length; end > 0; end = named.lastIndexOf('.', end - 1)) {
        const path = ids.get(named.slice(0, end));
        if (path !== undefined) return known(join(path, named.slice(end + 1)));
      }
      return undefined;
    }
    if (target.startsWith('.')) return known(join(source, target.slice(1)));
    const parent = source.includes('.') ? source.slice(0, source.lastIndexOf('.')) : '';
    return known(join(parent, target));
  };
}

function join(base: string, rest: string): string {
  return base && rest ? `${base}.${rest}` : base || rest;
}

function collect(state: Json, path: string, paths: Set<string>, ids: Map<string, string>): void {
  if (!isRecord(state)) return;
  paths.add(path);
  if (typeof state.id === 'string') ids.set(state.id, path);
  if (!isRecord(state.states)) return;
  for (const [key, child] of Object.entries(state.states)) collect(child ?? {}, join(path, key), paths, ids);
}
