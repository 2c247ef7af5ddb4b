import { personsIn } from '../compile/compile-actions.js';
import { type Definition } from '../definition.js';
import { type JourneyContext, type PersonId } from '../journey-state.js';

/** The roles a person acts in, in the order declared. */
export function rolesOf({ roles }: Definition, context: JourneyContext, person: PersonId): string[] {
  return Object.keys(roles).filter(
    role => !roles[role]?.passive && personsIn(context, role).includes(person),
  );
}
