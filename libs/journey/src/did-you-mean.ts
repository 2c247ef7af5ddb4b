/** Spelling suggestion for a name that does not exist: the nearest of those that do, or all of them when they are few. */
export function didYouMean(wrong: string, names: Iterable<string>, otherwise: string): string {
  const known = [...names];
  const nearest = nearestName(wrong, known);
  if (nearest !== undefined) return `Did you mean ${nearest}?`;
  if (known.length > 0 && known.length <= 12)
    return `Use one of: ${known.join(', ')}. ${otherwise}`.trimEnd();
  return otherwise;
}

/** Whether a name that is not known is one that is, but for a letter or two. */
export function isSlip(name: string, known: readonly string[]): boolean {
  const most = name.length > 6 ? 2 : 1;
  return known.some(other => editDistance(name.toLowerCase(), other.toLowerCase()) <= most);
}

/** The name that differs least, when it differs by no more than a third of its letters. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const most = Math.min(Math.max(1, Math.floor(name.length / 3)), (best?.distance ?? Infinity) - 1);
    if (Math.abs(name.length - wrong.length) > most) continue;
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= most) best = { name, distance };
  }
  return best?.name;
}

/** Letters added, left out, changed, or swapped with their neighbour (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(row - 2, column - 2) + 1);
      current.push(cost);
    }
  }
  return at(from.length, to.length);
}
