import { type Visit } from '../../http/visit.js';

/** The same visit for what is the visitor's own, whomever they act for. */
export function asThemselves(visit: Visit): Visit {
  if (!visit.visitor) return visit;
  const { actsFor: _, ...visitor } = visit.visitor;
  return { ...visit, visitor };
}
