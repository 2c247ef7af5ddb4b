/** The ways to name a path by its end: `a.b.c`, `b.c` and `c`. */
export function pathEnds(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_, index) => steps.slice(index).join('.'));
}
