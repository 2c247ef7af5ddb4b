import { type ComponentChildren, Fragment, toChildArray } from 'preact';
import { type OverviewCaseDocument } from '../../rest/documents.js';
import { byCase } from './by-case.js';
import { CaseName } from './case-name.js';

export interface OverviewItem {
  readonly key: string;
  readonly journey: OverviewCaseDocument;
  readonly content: ComponentChildren;
}

interface OverviewSectionProps {
  readonly heading: string;
  readonly items: readonly OverviewItem[];
  /** What is of no journey, after the rest. */
  readonly children?: ComponentChildren;
}

/** One list of the overview, under its heading: each journey is named once, above what is of it. Nothing where there is nothing. */
export function OverviewSection({ heading, items, children }: OverviewSectionProps) {
  if (items.length === 0 && toChildArray(children).length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {byCase(items).map(group => (
        <Fragment key={group.journey.id}>
          <CaseName journey={group.journey} />
          <ul class="work nobullet-list">
            {group.items.map(({ key, content }) => (
              <li key={key}>{content}</li>
            ))}
          </ul>
        </Fragment>
      ))}
      {children}
    </section>
  );
}
