import { iso } from '#calendar';
import {
  type InviteEffect,
  type JourneyEffect,
  type JourneyEnd,
  type JourneyState,
  type MessageEffect,
  type PersonId,
  type ReminderEffect,
} from '#journey';
import { type Instant, type Json } from '#statechart';

/** One thing that happened while a journey was played, at a virtual instant. */
export type Happening = Happened & { readonly at: Instant };

export type Happened =
  | {
      readonly kind: 'submitted';
      readonly task: string;
      readonly event: string;
      readonly person: PersonId;
      readonly data: Json;
    }
  | { readonly kind: 'reported'; readonly event: string; readonly data: Json }
  | { readonly kind: 'elapsed'; readonly step: string }
  | {
      readonly kind: 'dispatched';
      readonly seq: number;
      readonly service: string;
      readonly step: string;
      readonly input: Json;
    }
  | { readonly kind: 'answered'; readonly seq: number; readonly service: string; readonly answer: Json }
  | { readonly kind: 'refused'; readonly seq: number; readonly service: string; readonly code: string }
  | { readonly kind: 'skipped'; readonly seq: number; readonly service: string }
  | { readonly kind: 'stopped'; readonly seq: number; readonly service: string }
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly to: string;
      readonly persons: readonly PersonId[];
      readonly with: Readonly<Record<string, Json>>;
      /** What was sent, and how the journey stood then: from both come its words. */
      readonly effect: MessageEffect | ReminderEffect;
      readonly state: JourneyState;
    }
  /** A final state was reached that says what came of something. */
  | { readonly kind: 'ended'; readonly step: string; readonly state: JourneyState }
  | { readonly kind: 'invited' | 'dismissed'; readonly role: string; readonly persons: readonly PersonId[] }
  | {
      readonly kind: 'started';
      readonly number: number;
      readonly journey: string;
      readonly person: PersonId;
      readonly given: Json;
    }
  | { readonly kind: 'otherEnded'; readonly number: number; readonly name: string; readonly is: JourneyEnd }
  | {
      readonly kind: 'offered';
      readonly offer: string;
      readonly person: PersonId;
      readonly given: Json;
      readonly expires: Instant;
    }
  /** By a participant, or by the journey itself, which says why. */
  | { readonly kind: 'cancelled'; readonly person: PersonId }
  | {
      readonly kind: 'undoing';
      readonly text: string;
      readonly with: Readonly<Record<string, Json>>;
      readonly state: JourneyState;
    }
  | { readonly kind: 'undone'; readonly seq: number; readonly service: string };

/** An effect as an event of the playback log. A timer is logged when it fires. */
export function happeningOf(
  effect: JourneyEffect,
  state: JourneyState,
  serviceOf: (seq: number) => string,
): Happened | undefined {
  switch (effect.type) {
    case 'dispatch': {
      const { seq, service, step, input } = effect;
      return { kind: 'dispatched', seq, service, step, input };
    }
    case 'cancelDispatch':
      return { kind: 'stopped', seq: effect.seq, service: serviceOf(effect.seq) };
    case 'message': {
      const { text, to, with: values } = effect;
      return { kind: 'message', text, to, persons: named(effect), with: values, effect, state };
    }
    case 'reminder': {
      const { task, role, due } = effect;
      const values = { task, due: iso(due) };
      return {
        kind: 'message',
        text: 'reminder',
        to: role,
        persons: named(effect),
        with: values,
        effect,
        state,
      };
    }
    case 'invite':
      return { kind: 'invited', role: effect.role, persons: named(effect) };
    case 'dismiss':
      return { kind: 'dismissed', role: effect.role, persons: effect.persons };
    case 'undo':
      return { kind: 'undoing', text: effect.text, with: effect.with, state };
    case 'starts': {
      const { number, journey, person, given } = effect;
      return { kind: 'started', number, journey, person, given };
    }
    case 'setTimer':
    case 'cancelTimer':
      return undefined;
  }
}

/** Whoever has no CPR number goes by their name. */
function named({ persons, letters }: Pick<InviteEffect, 'persons' | 'letters'>): readonly string[] {
  return persons.map(person => letters?.[person]?.name ?? person);
}
