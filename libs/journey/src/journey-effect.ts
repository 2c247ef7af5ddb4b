import { type Instant, type Json } from '#statechart';
import { type Letter, type PersonId } from './journey-state.js';

/** What a step asks the world to do. Effects are data; performing them is the runtime's part. */
export type JourneyEffect =
  | DispatchEffect
  | { readonly type: 'cancelDispatch'; readonly seq: number }
  | TimerEffect
  | { readonly type: 'cancelTimer'; readonly seq: number }
  | MessageEffect
  | InviteEffect
  | DismissEffect
  | ReminderEffect
  | StartEffect
  | UndoEffect;

/** Ask a service something. `seq` numbers dispatches and timers within the journey and is never reused. */
export interface DispatchEffect {
  readonly type: 'dispatch';
  readonly seq: number;
  /** `<authority>.<operation>` */
  readonly service: string;
  readonly input: Json;
  /** Path of the state that asks. */
  readonly step: string;
}

/** Wake the journey at `due`. */
export interface TimerEffect {
  readonly type: 'setTimer';
  readonly seq: number;
  readonly due: Instant;
  /** Path of the state that waits. */
  readonly step: string;
}

/** Tell everybody in a role something; `text` is a key of `messages` in the texts. */
export interface MessageEffect {
  readonly type: 'message';
  readonly to: string;
  readonly persons: readonly PersonId[];
  /** Where letters go, by person, for those without a CPR number. */
  readonly letters?: Readonly<Record<PersonId, Letter>>;
  readonly text: string;
  /** Values of the text's `{placeholders}`. */
  readonly with: Readonly<Record<string, Json>>;
  /** It is sent even where the journey is quiet. */
  readonly must?: true;
}

/** These persons have just been given a role. */
export interface InviteEffect {
  readonly type: 'invite';
  readonly role: string;
  readonly persons: readonly PersonId[];
  /** Where letters go, by person, for those without a CPR number. */
  readonly letters?: Readonly<Record<PersonId, Letter>>;
}

/** A role has just been taken back from these persons. */
export interface DismissEffect {
  readonly type: 'dismiss';
  readonly role: string;
  readonly persons: readonly PersonId[];
}

/** Remind those who have not done a task yet. */
export interface ReminderEffect {
  readonly type: 'reminder';
  readonly task: string;
  readonly role: string;
  readonly persons: readonly PersonId[];
  /** Where letters go, by person, for those without a CPR number. */
  readonly letters?: Readonly<Record<PersonId, Letter>>;
  readonly due: Instant;
}

/** Begin another journey for a person, who becomes its applicant. */
export interface StartEffect {
  readonly type: 'starts';
  /** Numbers the journeys that this one starts, from 1, and is never reused: with the journey's id an idempotency key. */
  readonly number: number;
  /** Id of the definition; the version in force on the day is begun. */
  readonly journey: string;
  readonly person: PersonId;
  /** What it is given, as the form says that the other journey takes. */
  readonly given: Json;
}

/** The journey cancels itself: everything it did is to be undone. `text` is a key of `outcomes` in the texts. */
export interface UndoEffect {
  readonly type: 'undo';
  readonly text: string;
  /** Values of the text's `{placeholders}`. */
  readonly with: Readonly<Record<string, Json>>;
}
