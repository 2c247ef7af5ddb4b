import fc from 'fast-check';
import { componentsOf } from './components.js';

const graphs = fc
  .array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 })
  .map(edges => new Map(Array.from({ length: 9 }, (_, from) => [`${from}`, targets(edges, from)])));

function targets(edges: readonly (readonly [number, number])[], from: number): string[] {
  return edges.filter(([start]) => start === from).map(([, to]) => `${to}`);
}

function leads(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>([from]);
  for (const node of seen) (graph.get(node) ?? []).forEach(next => seen.add(next));
  return seen.has(to);
}

it('puts together what leads to each other, and nothing else', () => {
  fc.assert(
    fc.property(graphs, fc.nat(8), fc.nat(8), (graph, a, b) => {
      const components = componentsOf(graph);
      const [one, other] = [`${a}`, `${b}`];
      const together = leads(graph, one, other) && leads(graph, other, one);
      expect(components.get(one) === components.get(other)).toBe(together);
    }),
  );
});

it('follows a long chain', () => {
  const chain = new Map(Array.from({ length: 50_000 }, (_, at) => [`${at}`, [`${at + 1}`]]));
  expect(new Set(componentsOf(chain).values()).size).toBe(50_001);
});
