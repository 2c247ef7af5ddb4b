import { type Document, isScalar, type Pair, visit, type YAMLMap } from 'yaml';

/** Memoised index of YAML mappings by key: each mapping is indexed once. */
export class MapMembers {
  readonly #known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  /** Of two members with the same key the first. */
  of(map: YAMLMap): ReadonlyMap<string, Pair> {
    let members = this.#known.get(map);
    if (!members) {
      // What comes later in the list gives way to what comes first.
      members = new Map(map.items.toReversed().map(pair => [nameOf(pair), pair]));
      this.#known.set(map, members);
    }
    return members;
  }

  /** Every key that its mapping already has, in time linear in the document; `start` counts characters. */
  repeated(document: Document): readonly { readonly name: string; readonly start: number }[] {
    const found: { name: string; start: number }[] = [];
    visit(document, {
      Map: (_, map) => {
        const members = this.of(map);
        if (members.size === map.items.length) return;
        for (const pair of map.items) {
          const name = nameOf(pair);
          if (members.get(name) !== pair) found.push({ name, start: startOf(pair) });
        }
      },
    });
    return found;
  }
}

/** A key as JSON has it: always text. */
function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf({ key }: Pair): number {
  return isScalar(key) ? (key.range?.[0] ?? 0) : 0;
}
