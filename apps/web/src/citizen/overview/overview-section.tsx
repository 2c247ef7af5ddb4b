import { type ComponentChildren } from 'preact';

interface OverviewSectionProps {
  readonly heading: string;
  /** An item each. */
  readonly children: ComponentChildren;
}

/** One list of the overview, under its heading. */
export function OverviewSection({ heading, children }: OverviewSectionProps) {
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="work nobullet-list">{children}</ul>
    </section>
  );
}
