import { Alert } from '../../design/alert.js';
import { useWords } from '../../http/visit.js';

/** Something has happened since the page was read, and nothing is lost. */
export function MovedOn() {
  const { movedOn } = useWords().faults;
  return (
    <Alert kind="info" heading={movedOn.title}>
      <p class="alert-text">{movedOn.text}</p>
    </Alert>
  );
}
