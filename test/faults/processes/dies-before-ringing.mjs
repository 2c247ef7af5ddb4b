// An api or a worker that is killed at the moment it would ring for what it has just committed.
// Arguments: `api` or `worker`; `ring` (for dispatches) or `wake` (for timers).
import { BullDoorbell } from '#queue';

const [, , kind, bell] = process.argv;

// The relay of the same process rings on: its rings are redeliveries, and its timers are due, without a time.
const isOfCommit = {
  ring: rings => rings.some(({ delivery }) => delivery === undefined),
  wake: journeys => journeys.some(({ at }) => at !== undefined),
}[bell];

const ring = BullDoorbell.prototype[bell];
BullDoorbell.prototype[bell] = function (rings) {
  if (isOfCommit(rings)) process.kill(process.pid, 'SIGKILL');
  return ring.call(this, rings);
};

await import(`../../../dist/apps/${kind}/src/main.js`);
