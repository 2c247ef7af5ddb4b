import { JOURNEY_ENDS, type JourneyEnd } from '#journey';
import { danishTime, type Player } from '#workshop';
import { serviceName, type Wording } from './narrate.js';

/** One thing the designer can let happen now. */
export type MenuItem = { readonly words: string } & (
  | {
      readonly kind: 'submit';
      readonly task: string;
      readonly event: string;
      readonly person: string;
      readonly data: boolean;
    }
  | { readonly kind: 'answer'; readonly seq: number; readonly service: string }
  | { readonly kind: 'refuse'; readonly seq: number; readonly service: string }
  | { readonly kind: 'skip'; readonly seq: number; readonly service: string }
  | { readonly kind: 'report'; readonly event: string }
  | { readonly kind: 'end'; readonly name: string; readonly is: JourneyEnd }
  | { readonly kind: 'wait'; readonly for: string }
  | { readonly kind: 'cancel'; readonly person: string }
);

/** Everything that can happen now: tasks first, then authorities, registers, time and cancelling. */
export function menuOf(player: Player, wording: Wording): MenuItem[] {
  return [
    ...submits(player, wording),
    ...replies(player, wording),
    ...reports(player, wording),
    ...ends(player),
    ...passing(player),
    ...cancels(player),
  ];
}

function submits(player: Player, { language }: Wording): MenuItem[] {
  const { journey, state } = player;
  return player.tasks().flatMap(open =>
    open.persons.flatMap(person => {
      const { title, form } = journey.words.task(open, language, { person, state });
      return open.events.map(({ event, data }): MenuItem => {
        const button = form?.events[event] ?? event;
        const words = `${person} in “${title}”: ${button} (${open.task} ${event})`;
        return { kind: 'submit', task: open.task, event, person, data, words };
      });
    }),
  );
}

/** Of several requests to one service the earliest: a scenario names the service alone. */
function replies(player: Player, wording: Wording): MenuItem[] {
  const { dispatches } = player.waits();
  const earliest = dispatches.filter(
    ({ service }, index) => dispatches.findIndex(other => other.service === service) === index,
  );
  return earliest.flatMap(({ seq, service, skippable }) => {
    const name = `${serviceName(service, wording)} (#${seq})`;
    const refuses = Object.keys(wording.journey.catalogue.service(service)?.refusals ?? {}).length > 0;
    return [
      { kind: 'answer', seq, service, words: `answer ${name}` },
      ...(refuses ? [{ kind: 'refuse', seq, service, words: `refuse ${name}` } as const] : []),
      ...(skippable ? [{ kind: 'skip', seq, service, words: `skip ${name}` } as const] : []),
    ] as const;
  });
}

function reports(player: Player, { journey: { catalogue, definition }, language }: Wording): MenuItem[] {
  const heard = player.waits().reports.map(({ event }) => event);
  const offering = Object.values(definition.offers).map(({ on }) => on);
  return [...new Set([...heard, ...offering])].map(event => {
    const name = catalogue.registerEvent(event)?.name[language];
    return { kind: 'report', event, words: `report ${event}${name ? ` (${name})` : ''}` };
  });
}

/** A journey that was started ends, in each of the ways it can. */
function ends(player: Player): MenuItem[] {
  return player.started().flatMap(name =>
    JOURNEY_ENDS.map((is): MenuItem => ({
      kind: 'end',
      name,
      is,
      words: `the journey ${name} ends as ${is}`,
    })),
  );
}

function passing(player: Player): MenuItem[] {
  const next = player.upcoming();
  if (!next) return [];
  const what =
    next.kind === 'answer'
      ? 'an answer'
      : `${next.kind === 'timer' ? 'time is up in' : 'a reminder of'} ${next.step || 'the journey'}`;
  return [{ kind: 'wait', for: 'next', words: `wait until ${danishTime(next.at)}: ${what}` }];
}

function cancels(player: Player): MenuItem[] {
  const roles = player.journey.definition.cancellation?.by ?? [];
  const persons = [...new Set(roles.flatMap(role => player.personsIn(role)))];
  return persons.flatMap((person): MenuItem[] =>
    player.status === 'active' && player.journey.mayCancel(player.state, person, player.now)
      ? [{ kind: 'cancel', person, words: `${person} cancels the journey` }]
      : [],
  );
}
