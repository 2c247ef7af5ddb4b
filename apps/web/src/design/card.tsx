import { type ComponentChildren } from 'preact';

export interface CardProps {
  readonly id?: string;
  /** Of the page, what to look at first. */
  readonly first?: boolean;
  readonly heading: ComponentChildren;
  readonly level?: 'h2' | 'h3' | 'h4';
  readonly children?: ComponentChildren;
}

export function Card({ id, first = false, heading, level: Heading = 'h3', children }: CardProps) {
  return (
    <article class={first ? 'card card-first' : 'card'} id={id}>
      <div class="card-content">
        <Heading class="card-heading">{heading}</Heading>
        {children}
      </div>
    </article>
  );
}
