import { isObject, propertiesOf } from '#schema';
import { type RegisterEventContract, type ServiceCatalogue } from '../catalogue.js';
import { type StateDefinition } from '../state-definition.js';

/** Names by which states remember reports of a death, as they were told. */
export function deathsRemembered(
  states: Iterable<StateDefinition>,
  catalogue: Pick<ServiceCatalogue, 'registerEvent'>,
): readonly string[] {
  const told = [...states]
    .flatMap(({ transitions }) => transitions)
    .filter(
      ({ trigger }) => trigger.kind === 'report' && tellsOfDeath(catalogue.registerEvent(trigger.event)),
    );
  return told.flatMap(({ actions }) =>
    actions.flatMap(({ type, params: { as, value } }) =>
      type === 'remember' && value === undefined ? [String(as)] : [],
    ),
  );
}

/** Whether a report says that somebody has died: its contract marks them (`x-deceased`). */
export function tellsOfDeath(event: RegisterEventContract | undefined): boolean {
  return marks(event, 'x-deceased');
}

/** Whether a report says that a death was a mistake: its contract marks whose (`x-alive`). */
export function reversesDeath(event: RegisterEventContract | undefined): boolean {
  return marks(event, 'x-alive');
}

function marks(event: RegisterEventContract | undefined, mark: 'x-deceased' | 'x-alive'): boolean {
  const fields = event === undefined ? [] : Object.values(propertiesOf(event.data));
  return fields.some(field => isObject(field) && field[mark] === true);
}
