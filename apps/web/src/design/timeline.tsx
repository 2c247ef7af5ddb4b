export interface TimelineEntry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** The same in words. */
  readonly when: string;
  readonly who?: string;
  readonly text: string;
  /** What came of it. */
  readonly after: readonly string[];
}

/** What has happened, in the order that is given. */
export function Timeline({ items }: { readonly items: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline nobullet-list">
      {items.map(({ id, at, when, who, text, after }) => (
        <li key={id}>
          <p class="timeline-when">
            <time dateTime={at}>{when}</time>
            {who !== undefined && ` · ${who}`}
          </p>
          <p>{text}</p>
          {after.map(line => (
            <p key={line} class="timeline-after">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
