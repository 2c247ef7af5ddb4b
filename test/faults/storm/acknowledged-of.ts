import { type Acknowledged } from '../../auditor/index.js';
import { type AcknowledgedRequest } from './callers.js';

/** What was acknowledged to persons, as the auditor takes it. */
export function acknowledgedOf(requests: readonly AcknowledgedRequest[]): readonly Acknowledged[] {
  return requests.flatMap(({ path, person, key, body, answer }): Acknowledged[] => {
    const named = key !== undefined && { key };
    const [, , list, journey = '', what, task = '', beneath] = path.split('/');
    if (list !== 'journeys') return [];
    if (journey === '') {
      return [{ kind: 'start', journey: (answer as { id: string }).id, person, ...named }];
    }
    if (what === 'cancellation') return [{ kind: 'cancel', journey, person, ...named }];
    // What ops do is no request of a participant, and a check of what would be sent changes nothing.
    if (what !== 'tasks' || beneath !== undefined) return [];
    return [{ kind: 'submit', journey, person, task, event: (body as { event: string }).event, ...named }];
  });
}
