import { type ComponentChildren } from 'preact';
import { Icon } from './icon.js';

export function BackLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <div class="d-print-none">
      <a href={href} class="back-link">
        <Icon name="chevron-left" />
        {children}
      </a>
    </div>
  );
}
