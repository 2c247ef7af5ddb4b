/**
 * Worklist of a data-flow analysis, by rank in *reverse post-order*. It is swept upwards and downwards in turn, so that
 * what flows along transitions and what flows back along them each needs few sweeps, in whichever order states are
 * written (Kam and Ullman, "Global Data Flow Analysis and Iterative Algorithms", 1976).
 */
export class Worklist {
  readonly #rankOf: Int32Array;
  readonly #nodes: Int32Array;
  readonly #isWaiting: Uint8Array;
  #waiting = 0;
  /** Nodes that were worked on, each as often as it was. */
  visits = 0;

  /** @param successors the nodes that a node leads to; nodes are numbered from 0, where every way begins */
  constructor(nodes: number, successors: (node: number) => readonly number[]) {
    this.#nodes = reversePostOrder(nodes, successors);
    this.#rankOf = new Int32Array(nodes);
    this.#nodes.forEach((node, rank) => (this.#rankOf[node] = rank));
    this.#isWaiting = new Uint8Array(nodes);
  }

  add(node: number): void {
    const rank = this.#rankOf[node] as number;
    if (this.#isWaiting[rank]) return;
    this.#isWaiting[rank] = 1;
    this.#waiting += 1;
  }

  /** Works on what waits, and on what is added meanwhile, until nothing waits. */
  sweep(work: (node: number) => void): void {
    const last = this.#nodes.length - 1;
    for (let up = true; this.#waiting > 0; up = !up) {
      for (let step = 0; step <= last && this.#waiting > 0; step++) {
        const rank = up ? step : last - step;
        if (!this.#isWaiting[rank]) continue;
        this.#isWaiting[rank] = 0;
        this.#waiting -= 1;
        this.visits += 1;
        work(this.#nodes[rank] as number);
      }
    }
  }
}

/** Depth-first, without recursion: a chain of states is as deep as it is long. Nodes that no way leads to come last. */
function reversePostOrder(nodes: number, successors: (node: number) => readonly number[]): Int32Array {
  const order = new Int32Array(nodes);
  const seen = new Uint8Array(nodes);
  let free = nodes;
  for (let root = nodes - 1; root >= 0; root--) {
    const start = (root + 1) % nodes;
    if (seen[start]) continue;
    seen[start] = 1;
    const way = [{ node: start, left: [...successors(start)].reverse() }];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const next = at.left.pop();
      if (next === undefined) {
        order[--free] = at.node;
        way.pop();
      } else if (!seen[next]) {
        seen[next] = 1;
        way.push({ node: next, left: [...successors(next)].reverse() });
      }
    }
  }
  return order;
}
