/** Numbers are 32-bit in stores. */
const LAST = 2 ** 31 - 1;

/**
 * Deterministic id, `<journey>-<seq>`, of a delivery `<journey>-m<number>`, of a correction `<correction>-0`: deciding the same step
 * again names the same dispatch, so that its effect is asked for once.
 */
export function dispatchId(journey: string, seq: number): string {
  return seq < 0 ? `${journey}-m${-seq}` : `${journey}-${seq}`;
}

/**
 * Parses an id from outside.
 *
 * @returns undefined when `id` was not made by {@link dispatchId}
 */
export function parseDispatchId(id: string): { readonly journey: string; readonly seq: number } | undefined {
  const dash = id.lastIndexOf('-');
  const [, delivers, digits] = /^(m(?!0))?(0|[1-9]\d{0,9})$/.exec(id.slice(dash + 1)) ?? [];
  if (dash < 1 || digits === undefined) return undefined;
  const number = Number(digits);
  return number <= LAST ? { journey: id.slice(0, dash), seq: delivers ? -number : number } : undefined;
}
