import { type CompiledJourney, type JourneyState } from '#journey';
import { type Json } from '#statechart';
import { dispatchId } from '../dispatch-id.js';
import { InvariantError } from '../errors.js';
import { type Disclosure } from '../journey-record.js';
import { type Change, type NewDispatch } from '../ports.js';
import { type Decision, type DecisionEffect, type Occasion } from './decision.js';
import { disclosureOf } from './disclosure.js';
import { deliveriesOf, messagesOf } from './messages.js';

/** What a decision adds and ends, table by table. */
export type ChangeRows = Pick<
  Change,
  | 'dispatches'
  | 'readdressed'
  | 'settles'
  | 'stops'
  | 'timers'
  | 'timersCleared'
  | 'messages'
  | 'participants'
  | 'departures'
>;

/** An effect of one or several types. */
type EffectOf<Type extends DecisionEffect['type']> = Extract<DecisionEffect, { readonly type: Type }>;

/** Milliseconds for which the relay leaves a new dispatch to the ring that follows its commit. */
export const RING_GRACE = 5_000;

/**
 * Maps effects to rows, each by itself, in their order.
 *
 * @param entry number of the journal entry that they are of
 */
export function rowsOf(
  { journey, entry }: { readonly journey: string; readonly entry: number },
  {
    effects,
    settles,
    elapsed,
    state,
    entry: { holder, holderAuthority: authority, actor: person },
  }: Decision,
  compiled: CompiledJourney,
  { at, wall, link }: Occasion,
): ChangeRows {
  const all = <Type extends DecisionEffect['type']>(...types: readonly Type[]): EffectOf<Type>[] =>
    effects.filter((effect): effect is EffectOf<Type> => (types as readonly string[]).includes(effect.type));
  const acting =
    holder === undefined || person === undefined
      ? undefined
      : { holder, person, ...(authority !== undefined && { authority }) };
  const messages = messagesOf(all('message', 'reminder', 'offer', 'tell'), state, compiled, { at, link });
  const asked = all('dispatch', 'compensate').map(effect =>
    dispatchRow(journey, effect, state.chart, compiled, { at, wall }, effect.acting ?? acting),
  );
  const cancelled = all('cancelTimer').map(({ seq }) => seq);
  return {
    dispatches: [...asked, ...deliveriesOf(messages, entry, compiled, wall + RING_GRACE)],
    readdressed: all('readdress'),
    stops: all('cancelDispatch').map(({ seq }) => seq),
    timers: all('setTimer').map(({ seq, due }) => ({ seq, due })),
    timersCleared: elapsed === undefined ? cancelled : [elapsed, ...cancelled],
    messages,
    ...comingAndGoing(all('invite', 'dismiss')),
    ...(settles && { settles }),
  };
}

/** Nets rows against each other: what one change both begins and ends need never exist, and what it settles is not also stopped. */
export function netOf(rows: ChangeRows): ChangeRows {
  const { dispatches, settles, stops, timers, timersCleared } = rows;
  return {
    ...rows,
    dispatches: dispatches.filter(({ seq }) => !stops.includes(seq)),
    stops: stops.filter(seq => seq !== settles?.seq && !dispatches.some(begun => begun.seq === seq)),
    timers: timers.filter(({ seq }) => !timersCleared.includes(seq)),
    timersCleared: timersCleared.filter(seq => !timers.some(begun => begun.seq === seq)),
  };
}

/** What a change has done last with a person's role is what counts. */
function comingAndGoing(
  effects: readonly EffectOf<'invite' | 'dismiss'>[],
): Pick<ChangeRows, 'participants' | 'departures'> {
  const last = new Map(
    effects.flatMap(({ type, role, persons }) =>
      persons.map(person => [`${role} ${person}`, { type, participant: { role, person } }] as const),
    ),
  );
  const of = (wanted: 'invite' | 'dismiss') =>
    [...last.values()].flatMap(({ type, participant }) => (type === wanted ? participant : []));
  return { participants: of('invite'), departures: of('dismiss') };
}

/** @throws InvariantError `unknown-service` */
function dispatchRow(
  journey: string,
  effect: EffectOf<'dispatch' | 'compensate'>,
  chart: JourneyState,
  compiled: CompiledJourney,
  { at, wall }: Occasion,
  acting: Disclosure['acting'],
): NewDispatch {
  const { seq, service } = effect;
  const contract = compiled.catalogue.service(service);
  if (!contract) throw new InvariantError('unknown-service', `no contract for service '${service}'`);
  const authority =
    effect.type === 'dispatch'
      ? compiled.authorityOf(contract, chart, effect.step, at)
      : compiled.heirOf(contract, effect.authority, at);
  const input: Json =
    effect.type === 'dispatch' ? effect.input : { undoes: dispatchId(journey, effect.undoes) };
  const disclosure = disclosureOf(contract, input);
  return {
    seq,
    service,
    authority,
    input,
    ringAt: wall + RING_GRACE,
    ...(effect.type === 'dispatch' ? { state: effect.step } : { undoes: effect.undoes }),
    ...(disclosure && { disclosure: { ...disclosure, ...(acting && { acting }) } }),
  };
}
