import { type Case } from './evidence.js';

/** Whatever somebody was told had been done stands in the journal. */
export function* acknowledgedIsJournalled({ row, journal, world }: Case): Iterable<string> {
  for (const told of world.acknowledged) {
    if (told.journey !== row.id) continue;
    const stands = journal.some(entry => {
      switch (told.kind) {
        case 'started':
          return entry.kind === 'started' && entry.actor === told.person;
        case 'submitted':
          return entry.origin === told.origin;
        case 'cancelled':
          return entry.kind === 'cancelled' && entry.origin === told.origin;
        case 'settled':
          return true;
      }
    });
    if (!stands) yield `it was said to be ${JSON.stringify(told)}`;
    if (told.kind !== 'settled') continue;
    const settled = world.stores.tables.dispatches.get(told.dispatch)?.settledAt;
    if (settled === undefined) yield `${told.dispatch} was said to be settled`;
  }
}

/** What was told of journeys that do not exist. */
export function* acknowledgedExists(world: Case['world']): Iterable<string> {
  for (const { kind, journey } of world.acknowledged) {
    if (!world.stores.tables.journeys.has(journey))
      yield `${journey} was said to be ${kind}; it does not exist`;
  }
}
