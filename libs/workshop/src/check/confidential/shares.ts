/** The roles that a path is shared with: itself, or what it is in. */
export function sharedWith(
  shares: Readonly<Record<string, readonly string[]>>,
  path: readonly string[],
): readonly string[] {
  return path.flatMap((_, index) => {
    const within = path.slice(0, index + 1).join('.');
    return Object.hasOwn(shares, within) ? (shares[within] ?? []) : [];
  });
}
