import { type OverviewPart } from './describe-overview.js';

/** Without a day it comes last. */
const NEVER = '9999-12-31';

/** All parts as one, each list in the order in which people read it. */
export function joinParts(parts: readonly OverviewPart[]): OverviewPart {
  const all = <Name extends keyof OverviewPart>(name: Name) =>
    parts.flatMap(part => part[name] as readonly OverviewPart[Name][number][]);
  return {
    journeys: all('journeys'),
    tasks: sorted(all('tasks'), ({ kind, lastDay = NEVER }) => `${kind === 'must' ? 0 : 1}${lastDay}`),
    byItself: sorted(all('byItself'), ({ due }) => due),
    authorities: sorted(all('authorities'), ({ late, lastDay = NEVER }) => `${late ? 0 : 1}${lastDay}`),
    awaited: all('awaited'),
    others: sorted(all('others'), ({ lastDay = NEVER }) => lastDay),
    decisions: sorted(all('decisions'), ({ toldAt }) => toldAt).reverse(),
    benefits: sorted(all('benefits'), ({ from = '' }) => from),
    payments: sorted(
      all('payments'),
      ({ status, day, from }) => `${status === 'due' ? 0 : 1}${day ?? from ?? NEVER}`,
    ),
    appointments: sorted(all('appointments'), ({ start }) => start),
  };
}

function sorted<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
