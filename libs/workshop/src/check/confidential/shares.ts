import { type Definition, isRecord } from '#journey';
import { type Json } from '#statechart';

/** What one role is told of another on purpose: `shares: { home: { with: spouse, ground: … } }`. Roles by path. */
export function sharesOf({ sources: { main } }: Definition): ReadonlyMap<string, ReadonlySet<string>> {
  const shares = isRecord(main.value) ? main.value['shares'] : undefined;
  if (!isRecord(shares)) return new Map();
  return new Map(Object.entries(shares).map(([path, share]) => [path, new Set(rolesOf(share))]));
}

/** The roles that a path is shared with: itself, or what it is in. */
export function sharedWith(
  shares: ReadonlyMap<string, ReadonlySet<string>>,
  path: readonly string[],
): readonly string[] {
  return path.flatMap((_, index) => [...(shares.get(path.slice(0, index + 1).join('.')) ?? [])]);
}

function rolesOf(share: Json | undefined): readonly string[] {
  const roles = isRecord(share) ? [share['with']].flat() : [];
  return roles.filter(role => typeof role === 'string');
}
