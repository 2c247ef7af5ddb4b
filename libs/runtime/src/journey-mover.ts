import { LRUCache } from 'lru-cache';
import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { changeOf } from './decide/change-of.js';
import { type Decision, type Occasion } from './decide/decision.js';
import { unknownJourney } from './decide/refusal.js';
import { decideUndo, undoes } from './decide/undo.js';
import { RetryableError } from './errors.js';
import { GroupCommit } from './group-commit.js';
import { handOff } from './hand-off.js';
import { hasEnded, type JourneyRecord } from './journey-record.js';
import { KeyedMutex } from './keyed-mutex.js';
import { type RuntimeOptions, type RuntimeParts } from './runtime-parts.js';

/** What an event makes of a journey, or undefined when there is nothing to do. Throws RequestError to refuse it. */
export type Decide = (
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
) => Promise<Decision | undefined> | Decision | undefined;

/** A journey as an event has left it, and what was decided; no decision when there was nothing to do. */
export interface Moved {
  readonly record: JourneyRecord;
  readonly decision?: Decision;
}

/** Another event has come first this many times in a row: the journey is under siege. */
const MOST_CONFLICTS = 100;

/**
 * Unit of work of every command: load, decide, commit with optimistic concurrency, and only then ring. Everything that moves a journey
 * goes through here.
 */
export class JourneyMover {
  readonly #parts: RuntimeParts;
  readonly #commits: GroupCommit;
  readonly #mutex = new KeyedMutex();
  /** Saves loading a journey that keeps moving; one that has ended is not kept. The version check at the commit is the truth; a miss reloads. */
  readonly #cache: LRUCache<string, JourneyRecord>;

  constructor(parts: RuntimeParts, options: RuntimeOptions) {
    this.#parts = parts;
    this.#commits = new GroupCommit(parts.journeys, changes => handOff(parts, changes), options);
    this.#cache = new LRUCache({ max: options.cached ?? 10_000 });
  }

  /** @returns the new journey; undefined when there is, or was, one with this id */
  async create(
    id: string,
    begun: Decision,
    compiled: CompiledJourney,
    at: Instant,
  ): Promise<JourneyRecord | undefined> {
    const { id: definition, hash } = compiled.definition;
    const decision = decideUndo(begun, [], compiled);
    const head = { id, definition, hash, version: 0, startedAt: at };
    const change = changeOf(head, decision, compiled, this.#occasion(head.id, at));
    const outcome = await this.#commits.commit(change);
    if (outcome.kind === 'failed') throw outcome.error;
    if (outcome.kind === 'conflict') return undefined;
    const { status, state } = change;
    const record: JourneyRecord = { ...head, version: 1, status, state };
    this.#committed(record, decision);
    return record;
  }

  /** Drops what is held in memory of journeys that have been erased. Whoever misses it finds out at the next commit. */
  forget(journeys: readonly string[] | 'all'): void {
    if (journeys === 'all') this.#cache.clear();
    else for (const journey of journeys) this.#cache.delete(journey);
  }

  /** Load, decide, commit; again when another event came first. What a cached state refuses is asked of a fresh one. */
  move(journey: string, decide: Decide): Promise<Moved> {
    return this.#mutex.runExclusive(journey, async () => {
      for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
        const cached = this.#cache.get(journey);
        const record = cached ?? (await this.#load(journey));
        const compiled = await this.#parts.definitions.byHash(record.hash);
        const at = this.#parts.calendar.now();
        const decision = await this.#decide(decide, record, compiled, at, cached !== undefined);
        if (decision === 'ask-again') continue;
        if (!decision) return { record };
        const next = await this.#commit(record, decision, compiled, at);
        if (next) return { record: next, decision };
      }
      throw new RetryableError(`journey ${journey} is moved by too many at once; try again in a moment`);
    });
  }

  async #decide(
    decide: Decide,
    record: JourneyRecord,
    compiled: CompiledJourney,
    at: Instant,
    cached: boolean,
  ): Promise<Decision | 'ask-again' | undefined> {
    try {
      const decision = await decide(record, compiled, at);
      if (decision && undoes(decision)) {
        return decideUndo(decision, await this.#parts.dispatches.ofJourney(record.id), compiled);
      }
      if (decision || !cached) return decision;
    } catch (error) {
      if (!cached) throw error;
    }
    this.#cache.delete(record.id);
    return 'ask-again';
  }

  /** @returns the journey as it is now, or undefined when another event came first */
  async #commit(
    record: JourneyRecord,
    decision: Decision,
    compiled: CompiledJourney,
    at: Instant,
  ): Promise<JourneyRecord | undefined> {
    const change = changeOf(record, decision, compiled, this.#occasion(record.id, at));
    // Whatever comes of the commit, the cached state is no longer to be trusted until it is known.
    this.#cache.delete(record.id);
    const outcome = await this.#commits.commit(change);
    if (outcome.kind === 'failed') throw outcome.error;
    if (outcome.kind === 'conflict') return undefined;
    const { status, state } = change;
    const next: JourneyRecord = { ...record, status, state, version: record.version + 1 };
    this.#committed(next, decision);
    return next;
  }

  #occasion(journey: string, at: Instant): Occasion {
    return { at, wall: this.#parts.wall.now(), link: this.#parts.links?.to(journey) };
  }

  #committed(record: JourneyRecord, { fault }: Decision): void {
    if (!hasEnded(record)) this.#cache.set(record.id, record);
    if (!fault) return;
    this.#parts.alerts.raise({
      journey: record.id,
      code: fault.code,
      message: `journey ${record.id} is held; resume it once mended`,
    });
  }

  async #load(journey: string): Promise<JourneyRecord> {
    const record = await this.#parts.journeys.load(journey);
    if (!record) throw unknownJourney(journey);
    return record;
  }
}
