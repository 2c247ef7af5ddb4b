import { type ComponentChildren } from 'preact';
import { useWords } from '../http/visit.js';
import { Icon } from './icon.js';

export function BackLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
}) {
  const words = useWords();
  return (
    <nav class="d-print-none" aria-label={words.wayBack}>
      <a href={href} class="back-link">
        <Icon name="chevron-left" />
        {children}
      </a>
    </nav>
  );
}
