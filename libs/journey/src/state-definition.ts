import { type Json } from '#statechart';
import { type SourcePath } from './source.js';

/**
 * One state of a definition's machine. It is what the designer wrote in XState's vocabulary, brought into
 * one shape: lists where XState allows one or many, and every place remembered (`at`, in the main source).
 */
export interface StateDefinition {
  /** Keys from the root, joined by dots; the root is the empty string. A task's id is its state's path. */
  readonly path: string;
  readonly key: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  /** XState `id`, when given; a target may name it as `#id`. */
  readonly id?: string;
  readonly initial?: string;
  readonly history?: 'shallow' | 'deep';
  readonly states: readonly StateDefinition[];
  /** Every way out of the state and every internal reaction, in the order XState tries them per trigger. */
  readonly transitions: readonly TransitionDefinition[];
  readonly invokes: readonly InvokeDefinition[];
  /** The journey whose end it waits for. */
  readonly joins?: JoinDefinition;
  readonly entry: readonly ActionDefinition[];
  readonly exit: readonly ActionDefinition[];
  readonly task?: TaskDefinition;
  /** Key of the title under which people find what happens in this state. */
  readonly section?: string;
  /** What the placeholders of the state's own line stand for. */
  readonly with?: Readonly<Record<string, Json>>;
  /** What reaching this final state means. */
  readonly outcome?: OutcomeDefinition;
  /** Roles that may see this state; absent: as its parent. */
  readonly visibleTo?: readonly string[];
  /** A region of an `each` is here when the list has no member for it: there is nothing to be seen. */
  readonly absent?: true;
  /** Reports that are expected here; whatever else the state listens for may never come. */
  readonly awaits: readonly string[];
  /** While it is active, nobody is disturbed with what need not be sent. */
  readonly quiet?: true;
  /** Why the state may wait with no timer to end it. */
  readonly openEnded?: string;
  /** ISO 8601 duration from the start of the journey: how long one usually takes that comes here. */
  readonly estimatedDuration?: string;
  readonly at: SourcePath;
}

/** What sets a transition off. */
export type Trigger =
  /** A participant's event on the state's task. */
  | { readonly kind: 'event'; readonly event: string }
  /** Something an authority reports: the event has a dot. */
  | { readonly kind: 'report'; readonly event: string }
  | { readonly kind: 'after'; readonly delay: string }
  | { readonly kind: 'always' }
  /** All of the state's children are done. */
  | { readonly kind: 'done' }
  /** `invoke.onDone`; `invoke` indexes the state's invokes. */
  | { readonly kind: 'answer'; readonly invoke: number }
  /** `invoke.onError` */
  | { readonly kind: 'refusal'; readonly invoke: number }
  /** `invoke.skipped`: ops go on without an answer. */
  | { readonly kind: 'skip'; readonly invoke: number }
  /** `joins.ended`: the journey started under this name has ended, or could not be started. `key` is as written, such as `else`. */
  | {
      readonly kind: 'ended';
      readonly journey: string;
      readonly key: string;
      readonly ends: readonly JourneyEnd[];
    };

/** How a journey ends for one that waits for it: with which outcome, cancelled, or never begun. */
export const JOURNEY_ENDS = ['done', 'refused', 'notNeeded', 'cancelled', 'notStarted'] as const;
export type JourneyEnd = (typeof JOURNEY_ENDS)[number];

/** A state waits until a journey that was started has ended. */
export interface JoinDefinition {
  /** The name under which the journey was started. */
  readonly journey: string;
  /** By when: ISO 8601 duration or the name of a delay. */
  readonly due?: string;
  readonly at: SourcePath;
}

export interface TransitionDefinition {
  /** Stable within a definition, e.g. `declareMove submit 1` or `underWay.offered after P30D`. */
  readonly id: string;
  /** Path of the state that has the transition. */
  readonly source: string;
  readonly trigger: Trigger;
  /** Name of a condition. */
  readonly guard?: string;
  /** As written; empty: a reaction that stays where it is. */
  readonly targets: readonly string[];
  /** Path of each target, in the order of `targets`; `undefined` where no such state exists. */
  readonly targetPaths: readonly (string | undefined)[];
  readonly reenter: boolean;
  readonly actions: readonly ActionDefinition[];
  readonly at: SourcePath;
}

export interface InvokeDefinition {
  /** Service id. */
  readonly src: string;
  /** A template: strings that begin with `=` are expressions, at any depth. */
  readonly input: Json;
  /** `skipped: never`: ops may not go on without the answer, by the designer's choice. */
  readonly unskippable: boolean;
  /** By property of the input: the legal ground for disclosing a person who was named by a participant alone. */
  readonly vouched?: Readonly<Record<string, Json>>;
  /** Expression: the municipality whose authority is asked, where that is not the journey's. */
  readonly place?: string;
  readonly at: SourcePath;
}

/** `type` is one of the built-in actions when the definition is sound. */
export interface ActionDefinition {
  readonly type: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly at: SourcePath;
}

/** The only actions of the language. */
export const BUILT_IN_ACTIONS = [
  'remember',
  'forget',
  'invite',
  'dismiss',
  'message',
  'starts',
  'undo',
] as const;
export type BuiltInAction = (typeof BUILT_IN_ACTIONS)[number];

export const TASK_KINDS = ['must', 'may', 'standing'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** A closed list of a field's values that is known only when the task is open; a value that is not offered is refused. */
export interface ChoiceDefinition {
  /** Expression: the list. */
  readonly of: string;
  /** The member of each item that is chosen; absent: the item itself. */
  readonly value?: string;
  /** The member of each item that people read; absent: what is chosen. */
  readonly label?: string;
}

/** What came of a section, or of the whole journey, said where it ends. */
export interface OutcomeDefinition {
  readonly is: OutcomeKind;
  /** Key of a text under `outcomes`. */
  readonly text: string;
  /** What its placeholders stand for. */
  readonly with: Readonly<Record<string, Json>>;
  readonly at: SourcePath;
}

export const OUTCOME_KINDS = ['done', 'refused', 'notNeeded'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Something a participant is asked to do while the state is active. */
export interface TaskDefinition {
  readonly role: string;
  readonly form: string;
  /** ISO 8601 duration or the name of a delay. */
  readonly due?: string;
  /** Name under which each participant of a `many` role is remembered as having done it. */
  readonly each?: string;
  /** Expression or literal per form field. */
  readonly prefill: Readonly<Record<string, Json>>;
  /** ISO 8601 duration before `due`. */
  readonly remind?: string;
  /** `must`: the journey waits for it. `may`: it is offered. `standing`: a door that stands open. */
  readonly kind: TaskKind;
  /** What the task is about: an expression or literal by the name of its label. */
  readonly shows: Readonly<Record<string, Json>>;
  /** What may be chosen, by field of the form. */
  readonly choices: Readonly<Record<string, ChoiceDefinition>>;
  /** Key of the text that says what happens if nothing is done. */
  readonly ifNothing?: string;
  /** Under which name the decision is remembered that can be appealed with it. */
  readonly appeals?: string;
  /** What the placeholders of its texts, of its form's texts and of its reminder stand for. */
  readonly with: Readonly<Record<string, Json>>;
  readonly at: SourcePath;
}
