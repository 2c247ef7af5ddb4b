import { setImmediate as pause } from 'node:timers/promises';
import { type CompiledJourney } from '#journey';
import { isDelivery, type JournalEntry, type JourneyRecord, parseDispatchId } from '#runtime';
import { ReplayError, replayJournal } from '../support/replay.js';
import { type Replayed } from '../support/replayed.js';
import { type Accounts, type Effect } from './accounts.js';
import { auditAcknowledged } from './audit-acknowledged.js';
import { auditAnswers } from './audit-answers.js';
import { auditBetween } from './audit-between.js';
import { auditDeliveries } from './audit-deliveries.js';
import { auditDisclosures } from './audit-disclosures.js';
import { auditEffects } from './audit-effects.js';
import { auditJournal } from './audit-journal.js';
import { auditReplay } from './audit-replay.js';
import { auditRepresentation } from './audit-representation.js';
import { auditRows } from './audit-rows.js';
import { auditStored } from './audit-stored.js';
import { auditTaken } from './audit-taken.js';
import { auditUndone } from './audit-undone.js';
import { auditWaiting } from './audit-waiting.js';
import { type Claim, type Finding, type Property, same } from './finding.js';
import { type Audit, type JourneyCase } from './journey-case.js';

const AUDITS: readonly Audit[] = [
  auditReplay,
  auditWaiting,
  auditStored,
  auditRows,
  auditEffects,
  auditAnswers,
  auditUndone,
  auditDisclosures,
  auditDeliveries,
  auditAcknowledged,
  auditTaken,
  auditRepresentation,
];

/**
 * Proves the promises of the system for every journey, by the accounts of others: authorities, journal, participants. Shares no
 * code with what decides (libs/runtime/src/decide); only the pure machine is the same.
 *
 * @returns whatever is not as it must be; nothing when all is well
 */
export async function auditEverything(accounts: Accounts): Promise<readonly Finding[]> {
  const findings: Finding[] = [...accounts.earlier, ...strangers(accounts), ...auditBetween(accounts)];
  for (const record of accounts.journeys) {
    const claims = auditJourney(record, accounts);
    findings.push(...claims.map(claim => ({ journey: record.id, ...claim })));
    await pause();
  }
  return findings;
}

function auditJourney(record: JourneyRecord, accounts: Accounts): readonly Claim[] {
  const journal = accounts.journal.get(record.id) ?? [];
  const claims = auditJournal(record, journal);
  // Of a journal that is not whole nothing else can be said.
  if (claims.length > 0) return claims;
  const compiled = accounts.definitions.get(record.hash);
  if (!compiled) return same('replay', 'definition', record.hash, undefined);
  const replayed = replay(compiled, journal, record.id);
  if (typeof replayed === 'string') return same('replay', 'journal', 'a journal that came about', replayed);
  const about = ({ journey }: { readonly journey: string }): boolean => journey === record.id;
  const effects = accounts.effects.filter(effect => journeyOf(effect) === record.id);
  const of: JourneyCase = {
    ...accounts,
    record,
    compiled,
    journal,
    replayed,
    dispatches: accounts.dispatches.filter(one => about(one) && !isDelivery(one)),
    deliveries: accounts.dispatches.filter(one => about(one) && isDelivery(one)),
    messages: accounts.messages.filter(about),
    timers: accounts.timers.filter(about),
    effects: effects.filter(effect => !delivers(effect)),
    posted: effects.filter(delivers),
    readings: accounts.readings.filter(about),
    acknowledged: accounts.acknowledged.filter(about),
  };
  return AUDITS.flatMap(audit => audit(of));
}

/** @returns a text for a journal that cannot have come about */
function replay(
  compiled: CompiledJourney,
  journal: readonly JournalEntry[],
  journey: string,
): Replayed | string {
  try {
    return replayJournal(compiled, journal, journey);
  } catch (error) {
    return error instanceof ReplayError ? error.message : `the machine fails: ${String(error)}`;
  }
}

/** Facts about journeys that are not stored. */
function strangers({ journeys, effects, acknowledged, dispatches, timers, messages }: Accounts): Finding[] {
  const known = new Set(journeys.map(({ id }) => id));
  const strange = (property: Property, facts: readonly { readonly journey: string }[]): Finding[] =>
    facts
      .filter(({ journey }) => !known.has(journey))
      .map(({ journey, ...found }) => ({
        journey,
        property,
        about: 'a stored journey',
        expected: 'one',
        found,
      }));
  return [
    ...strange(
      'effect',
      effects.map(effect => ({ journey: journeyOf(effect), ...effect })),
    ),
    ...strange('acknowledged', acknowledged),
    ...strange('rows', [...dispatches, ...timers, ...messages]),
  ];
}

function delivers({ key }: Effect): boolean {
  const id = parseDispatchId(key);
  return id !== undefined && isDelivery(id);
}

function journeyOf({ key }: Effect): string {
  return parseDispatchId(key)?.journey ?? key;
}
