import { type AuthorityPort, RetryableError } from '#runtime';
import { type Metrics } from './metrics.js';

/** Decorator: authorities whose calls are timed, by service and outcome. */
export function meteredAuthorities(authorities: AuthorityPort, metrics: Metrics): AuthorityPort {
  return {
    async call(request, signal) {
      const authority = request.service.split('.')[0] ?? request.service;
      const end = metrics.dispatches.startTimer({ authority, service: request.service });
      try {
        const reply = await authorities.call(request, signal);
        end({ outcome: reply.kind });
        return reply;
      } catch (error) {
        end({ outcome: error instanceof RetryableError ? 'unreachable' : 'broken' });
        throw error;
      }
    },
  };
}
