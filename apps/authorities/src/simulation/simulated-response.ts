import { type Json } from '#statechart';
import { type ServiceProblem } from './problem.js';

/** What the authority does with the connection. */
export type SimulatedResponse =
  | { readonly kind: 'answer'; readonly answer: Json }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'problem'; readonly problem: ServiceProblem; readonly retryAfter?: number }
  /** Cut without a word. */
  | { readonly kind: 'cut' }
  /** Left open without a word. */
  | { readonly kind: 'silence' };

/** One request to a service, after HTTP and before the contract. */
export interface ServiceRequest {
  readonly operation: string;
  /** The municipality or region that is asked. */
  readonly askedOf?: string | undefined;
  /** The idempotency key. */
  readonly key: string;
  readonly body: unknown;
}
