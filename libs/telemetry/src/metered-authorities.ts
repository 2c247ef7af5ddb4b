import { type AuthorityPort, RetryableError, roleOf } from '#runtime';
import { type Metrics } from './metrics.js';

/** Decorator: authorities whose calls are timed, by service and outcome, and counted, by authority. */
export function meteredAuthorities(authorities: AuthorityPort, metrics: Metrics): AuthorityPort {
  return {
    async call(request, signal) {
      const { service, authority } = request;
      const role = roleOf(service);
      const end = metrics.dispatches.startTimer({ role, service });
      const over = (outcome: string): void => {
        end({ outcome });
        metrics.calls.inc({ authority, role, outcome });
      };
      try {
        const reply = await authorities.call(request, signal);
        over(reply.kind);
        return reply;
      } catch (error) {
        over(error instanceof RetryableError ? 'unreachable' : 'broken');
        throw error;
      }
    },
  };
}
