import { isDeepStrictEqual } from 'node:util';
import { type CompiledJourney } from '#journey';
import { type JournalEntry } from '#runtime';
import { type Instant } from '#statechart';
import {
  type DispatchRow,
  type JourneyRow,
  type TimerRow,
} from '../../../libs/runtime/src/memory/memory-tables.js';
import { type Replayed, replayJournal } from '../../support/replay.js';
import { type LedgerEntry } from '../authorities.js';
import { compiledBy } from '../journeys.js';
import { type World } from '../world.js';

/** `at rest`: everything that could be done is done. `at the end`: so much time has passed that every journey must have ended. */
export type Moment = 'at rest' | 'at the end';

/** Everything that is known of one journey. */
export interface Case {
  readonly row: JourneyRow;
  readonly compiled: CompiledJourney;
  readonly journal: readonly JournalEntry[];
  /** What the journal makes of it; a text when it cannot have come about. */
  readonly replayed: Replayed | string;
  readonly dispatches: readonly DispatchRow[];
  readonly timers: readonly TimerRow[];
  /** What the authorities did for it. */
  readonly ledger: readonly LedgerEntry[];
  readonly moment: Moment;
  readonly now: Instant;
  readonly world: World;
}

export function casesOf(world: World, moment: Moment): readonly Case[] {
  const { tables } = world.stores;
  return [...tables.journeys.values()].map(row => {
    const compiled = compiledBy(row.hash);
    const journal = tables.journal.get(row.id) ?? [];
    return {
      row,
      compiled,
      journal,
      replayed: replay(compiled, journal, row.id),
      dispatches: [...tables.dispatches.values()].filter(({ journey }) => journey === row.id),
      timers: [...tables.timers.values()].filter(({ journey }) => journey === row.id),
      ledger: [...world.authorities.ledger.values()].filter(({ key }) => key.startsWith(row.id)),
      moment,
      now: world.scheduler.now,
      world,
    };
  });
}

/** Equal as JSON. */
export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function replay(
  compiled: CompiledJourney,
  journal: readonly JournalEntry[],
  journey: string,
): Replayed | string {
  try {
    return replayJournal(compiled, journal, journey);
  } catch (error) {
    return String(error);
  }
}
