/**
 * *Strongly connected components* (Tarjan): nodes that lead to each other have the same number. Takes every edge once, and
 * holds its own stack, so that a long chain is no deep recursion.
 */
export function componentsOf(next: ReadonlyMap<string, Iterable<string>>): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  let components = 0;
  for (const start of next.keys()) {
    if (index.has(start)) continue;
    const way: { node: string; rest: Iterator<string> }[] = [];
    const enter = (node: string): void => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      open.push(node);
      way.push({ node, rest: (next.get(node) ?? [])[Symbol.iterator]() });
    };
    const lower = (node: string, to: number | undefined): void => {
      low.set(node, Math.min(low.get(node) ?? Infinity, to ?? Infinity));
    };
    enter(start);
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const { node, rest } = at;
      const step = rest.next();
      if (step.done !== true) {
        if (!index.has(step.value)) enter(step.value);
        else if (!component.has(step.value)) lower(node, index.get(step.value));
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before) lower(before.node, low.get(node));
      if (low.get(node) !== index.get(node)) continue;
      for (const member of open.splice(open.lastIndexOf(node))) component.set(member, components);
      components++;
    }
  }
  return component;
}
