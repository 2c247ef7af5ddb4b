import { dateAt, dateInWords } from '#calendar';
import {
  type AuthorityDirectory,
  type CompiledJourney,
  type Language,
  nameFirst,
  type WordedMessage,
} from '#journey';
import { type Instant, type Json } from '#statechart';
import { type DispatchRecord, DispatchStatus, isOpen, type JourneyRecord } from '../journey-record.js';
import { isDelivery } from '../mailbox/message-number.js';
import { roleOf } from '../role-of.js';
import { type Decision, type DecisionEffect, type TellEffect } from './decision.js';
import { letterTo } from './letter-to.js';
import { journalOnly } from './step.js';

/** What has passed from one authority to another, as the journal keeps it. */
interface PassedOn {
  readonly dispatch: DispatchRecord;
  readonly to: string;
  readonly law: string;
}

/** Names the pass of a day, of which a journey hears once. */
export function authorityChangeOrigin(day: string): string {
  return `authority-changed:${day}`;
}

/**
 * Legal succession: what the journey waits for has passed to other authorities. What is still to be asked is addressed anew; what has
 * been accepted is answered by whoever has it now. Nothing moves, no timer restarts, and who may know of it is told once.
 *
 * @param dispatches of the journey
 * @param day `YYYY-MM-DD`: since when
 * @returns undefined when nothing that it waits for has passed to another
 */
export function decideAuthorityChange(
  dispatches: readonly DispatchRecord[],
  day: string,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision | undefined {
  const { directory } = compiled.catalogue;
  const passed = directory ? passedOn(dispatches, compiled, directory, dateAt(at)) : [];
  const [first] = passed;
  if (!directory || !first) return undefined;
  const { state: asking, authority: from } = first.dispatch;
  const state = asking ?? record.state.compensating?.current?.state;
  const changes = passed.map(({ dispatch: { seq, authority }, to, law }): Json => {
    return { dispatch: seq, from: authority, to, law };
  });
  return {
    ...journalOnly(record, {
      kind: 'authority-changed',
      subject: `${from} ${first.to}`,
      ...(state !== undefined && { state }),
      origin: authorityChangeOrigin(day),
      detail: { changes },
    }),
    effects: [
      ...passed.flatMap(({ dispatch, to }) => readdressed(dispatch, to)),
      ...(state === undefined
        ? []
        : tellings(state, wordsOf(directory, from, first.to, day), record, compiled)),
    ],
  };
}

function passedOn(
  dispatches: readonly DispatchRecord[],
  compiled: CompiledJourney,
  directory: AuthorityDirectory,
  today: string,
): readonly PassedOn[] {
  return dispatches.flatMap((dispatch): PassedOn[] => {
    const { service, authority, status } = dispatch;
    const contract = compiled.catalogue.service(service);
    if (!contract || !isOpen(status) || isDelivery(dispatch) || authority === roleOf(service)) return [];
    const { authority: to, law = '' } = directory.heirOf(contract, authority, today);
    return to === authority ? [] : [{ dispatch, to, law }];
  });
}

/** Only what nobody has taken on yet: the rest is with whoever took it, and in their name. */
function readdressed({ seq, service, status, input }: DispatchRecord, authority: string): DecisionEffect[] {
  return status === DispatchStatus.accepted ? [] : [{ type: 'readdress', seq, service, authority, input }];
}

function tellings(
  state: string,
  words: TellEffect['words'],
  { state: { chart } }: JourneyRecord,
  compiled: CompiledJourney,
): TellEffect[] {
  const told = new Set<string>();
  return compiled.visibleTo(state).flatMap(role => {
    const holders = [chart.context.roles[role] ?? []].flat();
    return holders.flatMap(({ person }): TellEffect[] => {
      if (told.has(person)) return [];
      told.add(person);
      const letter = letterTo(chart.context, person);
      return [
        {
          type: 'tell',
          role,
          persons: [person],
          text: 'authorityChanged',
          words,
          ...(letter && { letters: { [person]: letter } }),
        },
      ];
    });
  });
}

function wordsOf(
  directory: AuthorityDirectory,
  from: string,
  to: string,
  day: string,
): Readonly<Record<Language, WordedMessage>> {
  const [before, after] = [directory.nameOf(from, ''), directory.nameOf(to, day)];
  const since = dateInWords(day);
  const [old, now] = [before ?? { da: from, en: from }, after ?? { da: to, en: to }];
  return {
    da: {
      subject: `${nameFirst(now.da)} har nu din sag`,
      body: `Siden ${since.da} har ${now.da} haft din sag. Før var det ${old.da}. Du skal ikke gøre noget, og dine frister er de samme som før.`,
    },
    en: {
      subject: `${nameFirst(now.en)} now has your case`,
      body: `${nameFirst(now.en)} has had your case since ${since.en}. Before that it was ${old.en}. You need not do anything, and your deadlines are the same as before.`,
    },
  };
}
