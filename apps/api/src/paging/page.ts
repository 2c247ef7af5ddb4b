import { type Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Every list is sent in pages of this shape. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** What to send as `after` for the next page; absent on the last. */
  readonly next?: string;
}

/** Mixin: the class that documents pages of such items; to be extended, for the document names schemas by their class. */
export function PageOf<Item>(item: Type<Item>): Type<Page<Item>> {
  class PageDocument implements Page<Item> {
    @ApiProperty({ type: [item] }) readonly items!: readonly Item[];
    @ApiPropertyOptional({ description: 'Send it as `after` for the next page; absent on the last' })
    readonly next?: string;
  }
  return PageDocument;
}

/** The first `limit` of what was found, and the cursor after the last of them when more was found. */
export function pageUpTo<Item>(
  found: readonly Item[],
  limit: number,
  cursor: (last: Item) => string,
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return last !== undefined && found.length > limit ? { items, next: cursor(last) } : { items };
}
