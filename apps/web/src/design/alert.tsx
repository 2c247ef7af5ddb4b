import { type ComponentChildren } from 'preact';
import { useWords } from '../http/visit.js';
import { Icon } from './icon.js';

export interface AlertProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly heading?: string;
  readonly id?: string;
  /** Read out when it appears on a page that is open. */
  readonly live?: boolean;
  /** Comes before all else on its page: it is read out, and the script moves the focus to it. The id of its heading, which names it. */
  readonly firstAs?: string;
  readonly children?: ComponentChildren;
}

export function Alert({ kind, heading, id, live = false, firstAs, children }: AlertProps) {
  const words = useWords();
  const first = firstAs !== undefined && {
    role: 'alert' as const,
    tabIndex: -1,
    'data-focus': true,
    'aria-labelledby': firstAs,
  };
  return (
    <div class={`alert alert-${kind}`} id={id} role={live ? 'status' : undefined} {...first}>
      <Icon name={kind} class="alert-icon" label={words.alerts[kind]} />
      <div class="alert-body">
        {heading !== undefined && (
          <h2 class="alert-heading" id={firstAs}>
            {heading}
          </h2>
        )}
        {children}
      </div>
    </div>
  );
}
