import { dateAt, iso } from '#calendar';
import { type Instant } from '#statechart';
import { type Definition } from '../definition.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext } from '../journey-state.js';

/** What a journey may cost. */
export interface Fee {
  readonly name: string;
  /** Danish kroner. */
  readonly amount: number;
  /** Id of the authority that is paid. */
  readonly to: string;
  /** Key of a text under `fees`. */
  readonly text: string;
}

/** What a journey that begins then may cost. */
export function feesAt(
  at: Instant,
  { fees }: Pick<Definition, 'fees'>,
  environment: ExpressionEnvironment,
): readonly Fee[] {
  const context: JourneyContext = { now: iso(at), begun: dateAt(at), roles: {}, facts: {}, tasks: {} };
  return Object.entries(fees).map(([name, { amount, to, text }]) => ({
    name,
    amount: Number(environment.expression(amount).value(environment.scope(context))),
    to,
    text,
  }));
}
