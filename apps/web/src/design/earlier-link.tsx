import { useWords } from '../http/visit.js';

export interface EarlierLinkProps {
  /** Of the list. */
  readonly path: string;
  /** Where the page after this one begins; absent on the last. */
  readonly next: string | undefined;
  /** The list is of this journey alone. */
  readonly journey?: string | undefined;
}

/** *Cursor pagination*: the way to the next page of a list that has its newest first. */
export function EarlierLink({ path, next, journey }: EarlierLinkProps) {
  const words = useWords();
  if (next === undefined) return null;
  const query = new URLSearchParams({ efter: next, ...(journey !== undefined && { forloeb: journey }) });
  return (
    <p>
      <a href={`${path}?${query.toString()}`}>{words.earlier}</a>
    </p>
  );
}
