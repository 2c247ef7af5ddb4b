import { type Instant } from '#statechart';

/** What registers have told of a person's death: that they have died, and that this was a mistake. */
export interface RegisteredDeath {
  readonly died?: Instant;
  readonly reversed?: Instant;
}

/** *Last writer wins*, by the day that is told of: so reports may come more than once and in any order. */
export function withTold(known: RegisteredDeath, told: RegisteredDeath): RegisteredDeath {
  const [died, reversed] = [latest(known.died, told.died), latest(known.reversed, told.reversed)];
  return { ...(died !== undefined && { died }), ...(reversed !== undefined && { reversed }) };
}

/** Whether the death stands; one that is reversed on its own day does not. */
export function isDead({ died, reversed }: RegisteredDeath): boolean {
  return died !== undefined && (reversed === undefined || reversed < died);
}

/** Since when it is otherwise than it was known to be; undefined where nothing has changed. */
export function turnOf(known: RegisteredDeath, now: RegisteredDeath): Instant | undefined {
  if (isDead(known) === isDead(now)) return undefined;
  return isDead(now) ? now.died : now.reversed;
}

function latest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
