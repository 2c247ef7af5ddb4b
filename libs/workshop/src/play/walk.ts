import { isIsoDate, isPeriod, startOfDay } from '#calendar';
import { type Acceptance, type CompiledJourney, type JourneyEnd, type PersonId } from '#journey';
import { type Instant, type Json } from '#statechart';
import { type Happening } from './happening.js';
import { PlayError } from './play-error.js';
import { Player } from './player.js';

/** One thing that somebody lets happen: a participant, an authority, operations or time. */
export type Move =
  | {
      readonly kind: 'submit';
      readonly task: string;
      readonly as: PersonId;
      readonly event: string;
      readonly data?: Json;
    }
  | { readonly kind: 'answer'; readonly seq: number; readonly service: string; readonly answer: Json }
  | { readonly kind: 'refuse'; readonly seq: number; readonly service: string; readonly code: string }
  | { readonly kind: 'skip'; readonly seq: number; readonly service: string }
  | { readonly kind: 'report'; readonly event: string; readonly data: Json }
  | { readonly kind: 'end'; readonly name: string; readonly is: JourneyEnd }
  /** A period, a day (until it begins), or `next`: until something happens by itself. */
  | { readonly kind: 'wait'; readonly for: string }
  | { readonly kind: 'cancel'; readonly as: PersonId };

/** A move that was made, and how the journey stood afterwards. The beginning is none. */
export interface Taken {
  readonly move?: Move;
  readonly happenings: readonly Happening[];
  /** Paths of the tasks that were open then. */
  readonly tasks: readonly string[];
}

/** Why a participant's move was not accepted. */
export type RefusedMove = Extract<Acceptance, { kind: 'refused' }>;

export interface WalkStart {
  readonly journey: CompiledJourney;
  readonly start: Instant;
  readonly applicant: PersonId;
  readonly given?: Json;
  readonly place?: string;
}

/**
 * Event-sourced walk through a journey: its moves are what is kept, and where they lead follows by playing them. So a
 * step back is to play all but the last, and a branch is to go on from there.
 */
export class Walk {
  readonly begun: WalkStart;
  #moves: Move[] = [];
  #undone: Move[] = [];
  #taken: readonly Taken[] = [];
  #player: Player;

  constructor(begun: WalkStart, moves: readonly Move[] = []) {
    this.begun = begun;
    this.#player = this.#begin();
    for (const move of moves) this.#make(move);
  }

  get player(): Player {
    return this.#player;
  }

  /** The beginning, and every move so far. */
  get taken(): readonly Taken[] {
    return this.#taken;
  }

  /**
   * Makes a move, and forgets what was taken back before. Gives the refusal when a participant's data does not fit.
   *
   * @throws PlayError when it cannot be made now; nothing has happened then
   */
  make(move: Move): RefusedMove | undefined {
    const refused = this.#make(move);
    if (!refused) this.#undone = [];
    return refused;
  }

  /** Takes the last move back. False at the beginning. */
  back(): boolean {
    const last = this.#moves.pop();
    if (!last) return false;
    this.#undone.push(last);
    const moves = this.#moves;
    this.#player = this.#begin();
    for (const move of moves) this.#make(move);
    return true;
  }

  /** Makes the move again that was taken back last. False when there is none. */
  forward(): boolean {
    const move = this.#undone.pop();
    if (!move) return false;
    this.#make(move);
    return true;
  }

  /** Where this walk would be after one more move; undefined when that cannot be made. This walk stays where it is. */
  after(move: Move): Player | undefined {
    try {
      const walk = new Walk(this.begun, this.#moves);
      return walk.#make(move) ? undefined : walk.player;
    } catch {
      return undefined;
    }
  }

  #begin(): Player {
    const player = new Player(this.begun.journey, this.begun);
    this.#moves = [];
    this.#taken = [{ happenings: [...player.happenings], tasks: openTasks(player) }];
    return player;
  }

  #make(move: Move): RefusedMove | undefined {
    const player = this.#player;
    const before = player.happenings.length;
    const refused = this.#attempt(move);
    if (refused) return refused;
    this.#moves.push(move);
    const happenings = player.happenings.slice(before);
    this.#taken = [...this.#taken, { move, happenings, tasks: openTasks(player) }];
    return undefined;
  }

  /** A player that failed half-way is no use: the walk is played again up to there. */
  #attempt(move: Move): RefusedMove | undefined {
    try {
      return perform(move, this.#player);
    } catch (error) {
      const moves = this.#moves;
      this.#player = this.#begin();
      for (const earlier of moves) this.#make(earlier);
      throw asPlayError(error);
    }
  }
}

/** What went wrong with a move, in words. */
function asPlayError(error: unknown): PlayError {
  if (error instanceof PlayError) return error;
  return new PlayError(
    `The journey cannot go on so: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function openTasks(player: Player): string[] {
  return player.tasks().map(({ task }) => task);
}

function perform(move: Move, player: Player): RefusedMove | undefined {
  switch (move.kind) {
    case 'submit': {
      const accepted = player.submit(move.as, move.task, move.event, move.data);
      return accepted.kind === 'accepted' ? undefined : accepted;
    }
    case 'answer':
      return void player.answer(move.seq, move.answer);
    case 'refuse':
      return void player.refuse(move.seq, move.code);
    case 'skip':
      return void player.skip(move.seq);
    case 'report':
      if (player.report(move.event, move.data)) return undefined;
      throw new PlayError(`Nothing listens for ${move.event} now.`);
    case 'end':
      return void player.end(move.name, move.is);
    case 'wait':
      return void wait(move.for, player);
    case 'cancel':
      if (player.cancel(move.as)) return undefined;
      throw new PlayError(`${move.as} may not cancel now.`);
  }
}

function wait(time: string, player: Player): void {
  if (time === 'next') player.waitForNext();
  else if (isPeriod(time)) player.waitFor(time);
  else if (isIsoDate(time)) player.waitUntil(startOfDay(time));
  else throw new PlayError(`${time} is no time to wait; write a period such as P14D, or a day.`);
}
