import { setImmediate as pause } from 'node:timers/promises';
import { type CompiledJourney } from '#journey';
import { parseDispatchId } from '#runtime';
import { type Replayed, ReplayError, replayJournal } from '../../support/index.js';
import { type Accounts, type JourneyAccount } from './accounts.js';
import { auditAcknowledged } from './audit-acknowledged.js';
import { auditDisclosures } from './audit-disclosures.js';
import { auditEffects } from './audit-effects.js';
import { auditJournal } from './audit-journal.js';
import { auditReplay } from './audit-replay.js';
import { auditRepresentation } from './audit-representation.js';
import { auditStored } from './audit-stored.js';
import { auditUndone } from './audit-undone.js';
import { auditWaiting } from './audit-waiting.js';
import { type Audit } from './audit-case.js';
import { type Claim, type Finding } from './finding.js';

const AUDITS: readonly Audit[] = [
  auditReplay,
  auditWaiting,
  auditStored,
  auditEffects,
  auditUndone,
  auditDisclosures,
  auditAcknowledged,
  auditRepresentation,
];

/**
 * Proves what the system promises of every journey, from what others say of it: authorities, journal, participants. Shares no
 * code with what decides (libs/runtime/src/decide); only the pure machine is the same.
 *
 * @returns whatever is not as it must be; nothing when all is well
 */
export async function auditEverything(accounts: Accounts): Promise<readonly Finding[]> {
  const findings: Finding[] = [...strangers(accounts)];
  const ledger = byJourney(accounts.ledger, ({ key }) => parseDispatchId(key)?.journey);
  const acknowledged = byJourney(accounts.acknowledged, ({ journey }) => journey);
  for (const account of accounts.journeys) {
    const { id, hash } = account.record;
    const { at, origins } = accounts;
    const sources = { at, origins, ledger: ledger.get(id) ?? [], acknowledged: acknowledged.get(id) ?? [] };
    const compiled = accounts.definitions.get(hash);
    findings.push(...auditJourney(account, compiled, sources).map(claim => ({ journey: id, ...claim })));
    await pause();
  }
  return findings;
}

function auditJourney(
  account: JourneyAccount,
  compiled: CompiledJourney | undefined,
  sources: Pick<Parameters<Audit>[0], 'at' | 'origins' | 'ledger' | 'acknowledged'>,
): readonly Claim[] {
  const claims = [...auditJournal(account)];
  const { hash } = account.record;
  if (!compiled)
    return [...claims, { property: 'replay', about: 'definition', expected: hash, found: undefined }];
  // Of a journal that is not whole nothing else can be said.
  if (claims.length > 0) return claims;
  const replayed = replay(compiled, account);
  if (replayed instanceof ReplayError) {
    return [
      {
        property: 'replay',
        about: 'journal',
        expected: 'a journal that came about',
        found: replayed.message,
      },
    ];
  }
  return AUDITS.flatMap(audit => audit({ ...account, ...sources, compiled, replayed }));
}

function replay(compiled: CompiledJourney, { record, journal }: JourneyAccount): Replayed | ReplayError {
  try {
    return replayJournal(compiled, journal, record.id);
  } catch (error) {
    if (error instanceof ReplayError) return error;
    return new ReplayError(journal.length, `the machine fails: ${String(error)}`);
  }
}

/** What is said of journeys that are not stored. */
function strangers({ journeys, ledger, acknowledged }: Accounts): Finding[] {
  const known = new Set(journeys.map(({ record }) => record.id));
  const [expected, found] = ['a stored journey', 'none'];
  const effects = ledger.flatMap(({ key, service }): Finding[] => {
    const journey = parseDispatchId(key)?.journey ?? key;
    if (known.has(journey)) return [];
    return [{ journey, property: 'effect', about: `${key} ${service}`, expected, found }];
  });
  const requests = acknowledged.flatMap((request): Finding[] => {
    const { journey } = request;
    if (known.has(journey)) return [];
    return [{ journey, property: 'acknowledged', about: JSON.stringify(request), expected, found }];
  });
  return [...effects, ...requests];
}

function byJourney<T>(
  items: readonly T[],
  journeyOf: (item: T) => string | undefined,
): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const journey = journeyOf(item) ?? '';
    const list = found.get(journey);
    if (list) list.push(item);
    else found.set(journey, [item]);
  }
  return found;
}
