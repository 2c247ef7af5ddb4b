const MOST_KEPT = 1_000;

/**
 * *Memoisation* of a pure function whose values never change: a journey speaks of the same few days and periods at every
 * step. What it throws is not kept.
 */
export function remembered<K extends string | number, T>(of: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return key => {
    if (known.has(key)) return known.get(key) as T;
    const value = of(key);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, value);
    return value;
  };
}
