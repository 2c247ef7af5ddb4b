import { type CompiledJourney, type OpenTask, type ServiceCatalogue } from '#journey';
import { type ReportRequest, type StoredDefinition } from '#runtime';
import { type Json } from '#statechart';
import { type SeededRandom } from '../support/seeded-random.js';

/** A definition that people live in a run, ready to be published and to run. */
export interface SimulatedDefinition {
  readonly stored: StoredDefinition;
  readonly compiled: CompiledJourney;
}

/** How long the runs of a setting take, in milliseconds of calendar time unless it says otherwise. */
export interface Pace {
  /** How long the storm may last. */
  readonly storms: readonly number[];
  /** Steps that the storm may take, and the whole run: a run ends in any case. */
  readonly stormSteps: number;
  readonly mostSteps: number;
  /** How often at least and at most somebody looks after a journey, and what may lie between. */
  readonly times: readonly [number, number];
  readonly pauses: readonly number[];
  /** How likely somebody then cancels, and does what comes first of what they may do; 0: whatever they may do is as likely. */
  readonly cancels: number;
  readonly keen: number;
  /** How many reports there may be of somebody, and what may lie before each. */
  readonly reports: number;
  readonly news: readonly number[];
  /** How long time goes on when all is settled, how likely it does, and how journeys are found then. */
  readonly afterwards: number;
  readonly goesOn: number;
  readonly moment: 'at rest' | 'at the end';
}

/** What a run takes place in: the journeys and authorities that there are, and how long things take. */
export interface Setting {
  readonly catalogue: ServiceCatalogue;
  readonly definitions: readonly SimulatedDefinition[];
  /** When runs begin. */
  readonly start: number;
  readonly pace: Pace;
  /** How likely an authority refuses what it could grant. */
  readonly refuses: number;
  compiledBy(hash: string): CompiledJourney;
  /** Anew for each run. */
  scene(run: { readonly seed: number; readonly random: SeededRandom; readonly now: () => number }): Scene;
}

/** What an authority is asked. */
export interface Question {
  readonly service: string;
  /** The idempotency key. */
  readonly key: string;
  readonly input: Json;
}

/** What it says to it, unless it refuses for no reason. */
export type Said = { readonly answer: Json } | { readonly refuse: string };

/** A task as somebody finds it. */
export type FoundTask = Pick<OpenTask, 'form' | 'schema' | 'prefill'>;

/** The people of one run, what they write, and what authorities know of them. */
export interface Scene {
  citizen(which: number): string;
  /** The journey that somebody begins as their first or second. */
  begins(person: string, count: number): SimulatedDefinition;
  /** Who may have something to do in it besides. */
  others(person: string, count: number, definition: string): readonly string[];
  filledIn(task: FoundTask, person: string, others: readonly string[]): Json;
  /** Where a request is not as the contract asks. */
  faults(question: Question): readonly string[];
  says(question: Question): Said;
  /** An authority has done something, or has undone it. */
  done(question: Question, answer: Json): void;
  /** What a register reports of somebody whose journeys await something. */
  report(person: string, awaited: readonly string[]): ReportRequest | undefined;
}
