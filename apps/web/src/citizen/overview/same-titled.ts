import { type OverviewCaseDocument } from '../../rest/documents.js';

interface Titled {
  readonly journey: OverviewCaseDocument;
  readonly title: string;
}

/** Those of a list that another of the same journey is called the same as: each must say besides what it is of. */
export function sameTitled<Item extends Titled>(items: readonly Item[]): ReadonlySet<Item> {
  const isLike = (one: Item, other: Item) =>
    one !== other && one.title === other.title && one.journey.id === other.journey.id;
  return new Set(items.filter(item => items.some(other => isLike(item, other))));
}
