/** Something with a size that wants a place. */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Things side by side and one below the other. */
export interface Packed<T> extends Sized {
  readonly items: readonly { readonly item: T; readonly x: number; readonly y: number }[];
}

/** How much wider than high the whole should be: more than a screen, since what stands around it adds height. */
const ASPECT = 2.2;

/**
 * Strip packing, bottom-left heuristic: each box, in the order given, as high up and then as far left as it fits, in a width that makes
 * the whole somewhat wider than high.
 */
export function pack<T extends Sized>(things: readonly T[], gap: number): Packed<T> {
  const area = things.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...things.map(({ width }) => width));
  const limit = Math.max(widest, Math.sqrt(area * ASPECT));
  const items: { item: T; x: number; y: number }[] = [];
  for (const item of things) {
    const columns = [0, ...items.map(placed => placed.x + placed.item.width + gap)];
    const places = columns
      .filter(x => x === 0 || x + item.width <= limit)
      .map(x => ({ x, y: firstFree(x, item.width) }))
      .sort((one, other) => one.y - other.y || one.x - other.x);
    items.push({ item, ...(places[0] ?? { x: 0, y: 0 }) });
  }
  return {
    items,
    width: Math.max(0, ...items.map(({ item, x }) => x + item.width)),
    height: Math.max(0, ...items.map(({ item, y }) => y + item.height)),
  };

  /** Below everything that stands, in part or in whole, in these columns. */
  function firstFree(x: number, width: number): number {
    const above = items.filter(
      placed => placed.x < x + width + gap && x < placed.x + placed.item.width + gap,
    );
    return Math.max(0, ...above.map(placed => placed.y + placed.item.height + gap));
  }
}
