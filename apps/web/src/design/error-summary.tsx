import { useWords } from '../http/visit.js';
import { Icon } from './icon.js';

/** Something to mend, and the address of the field where it is. */
export interface SummarisedFault {
  readonly href?: string | undefined;
  readonly text: string;
}

/** What must be mended, at the top of the page, with links into the form; the script moves the focus to it. */
export function ErrorSummary({ faults }: { readonly faults: readonly SummarisedFault[] }) {
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <div class="alert alert-error" role="alert" tabIndex={-1} data-focus aria-labelledby="error-summary">
      <Icon name="error" class="alert-icon" label={words.alerts.error} />
      <div class="alert-body">
        <h2 class="alert-heading" id="error-summary">
          {words.faults.heading}
        </h2>
        <ul class="nobullet-list">
          {faults.map(({ href, text }) => (
            <li key={text}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
