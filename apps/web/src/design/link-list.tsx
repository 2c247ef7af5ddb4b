/** Where something is on the page, or on another. */
export interface InPageLink {
  readonly href?: string | undefined;
  readonly text: string;
}

/** Places to go to, one a line; what has no place is said all the same. */
export function LinkList({ links }: { readonly links: readonly InPageLink[] }) {
  return (
    <ul class="nobullet-list">
      {links.map(({ href, text }) => (
        <li key={text}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
      ))}
    </ul>
  );
}
