import { type OverviewCaseDocument } from '../../rest/documents.js';

interface OfCase {
  readonly journey: OverviewCaseDocument;
}

/** Items that belong together under the journey that they are of. */
export interface CaseGroup<Item> extends OfCase {
  readonly items: readonly Item[];
}

/** Grouping by journey: each stands where its first item stood, and its items keep their order. */
export function byCase<Item extends OfCase>(items: readonly Item[]): CaseGroup<Item>[] {
  const groups = new Map<string, OfCase & { readonly items: Item[] }>();
  for (const item of items) {
    const { journey } = item;
    const group = groups.get(journey.id) ?? { journey, items: [] };
    group.items.push(item);
    groups.set(journey.id, group);
  }
  return [...groups.values()];
}
