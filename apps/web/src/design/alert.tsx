import { type ComponentChildren } from 'preact';
import { useWords } from '../http/visit.js';
import { Icon } from './icon.js';

export interface AlertProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly heading?: string;
  readonly id?: string;
  /** Read out when it appears on a page that is open. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

export function Alert({ kind, heading, id, live = false, children }: AlertProps) {
  const words = useWords();
  return (
    <div class={`alert alert-${kind}`} id={id} role={live ? 'status' : undefined}>
      <Icon name={kind} class="alert-icon" label={words.alerts[kind]} />
      <div class="alert-body">
        {heading !== undefined && <h2 class="alert-heading">{heading}</h2>}
        {children}
      </div>
    </div>
  );
}
