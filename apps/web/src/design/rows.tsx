import { type ComponentChildren } from 'preact';

export interface LabelledValue {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly change?: { readonly href: string; readonly text: string } | undefined;
}

/** Pairs of what something is called and what it is; as a description list, which reads well on a phone. */
export function Rows({ rows }: { readonly rows: readonly LabelledValue[] }) {
  if (rows.length === 0) return null;
  return (
    <dl class="rows">
      {rows.map(({ label, value, change }) => (
        <div key={label} class="row-of-list">
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && (
            <dd class="d-print-none">
              <a href={change.href}>
                {change.text}
                <span class="sr-only"> {label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
