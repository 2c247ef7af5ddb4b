import { dispatchId } from './dispatch-id.js';
import { type Doorbell, type Letters } from './ports.js';
import { roleOf } from './role-of.js';

/** Post-commit side effect: rings for what goes out with letters. A ring that is lost is repeated by the relay. */
export function ringLetters(doorbell: Doorbell, id: string, { dispatches }: Letters): void {
  const rings = dispatches.map(({ seq, service }) => ({
    dispatch: dispatchId(id, seq),
    role: roleOf(service),
  }));
  if (rings.length > 0) doorbell.ring(rings).catch(() => undefined);
}
