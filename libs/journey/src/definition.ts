import { type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { type Language, type Words } from './catalogue.js';
import { type Expansion } from './expand/expansion.js';
import { type Source, type SourcePath } from './source.js';
import { type StateDefinition } from './state-definition.js';

/** A journey as written by a designer: one version of the law, with the folder's forms, texts and parameters. */
export interface Definition {
  readonly id: string;
  /** Legal effective date of this version, `YYYY-MM-DD`. */
  readonly effective: string;
  /** SHA-256 (hex) of everything that decides behaviour and words. A running journey is pinned to it. */
  readonly hash: string;
  readonly title: Words;
  readonly lifeEvent: string;
  readonly roles: Readonly<Record<string, RoleDefinition>>;
  /** By what is remembered (`grant.amount`): the roles that may know it although it is another's secret. */
  readonly shares: Readonly<Record<string, readonly string[]>>;
  readonly conditions: Readonly<Record<string, ConditionDefinition>>;
  readonly delays: Readonly<Record<string, DelayDefinition>>;
  /** Absent: cannot be cancelled. */
  readonly cancellation?: CancellationDefinition;
  /** Absent: kept without a limit of time. */
  readonly retention?: RetentionDefinition;
  /** What the journey may cost, said to the citizen before they start. */
  readonly fees: Readonly<Record<string, FeeDefinition>>;
  /** What tells the journey from others of its kind: the first that can be said in full is. Else its title stands alone. */
  readonly labels: readonly LabelDefinition[];
  /** ISO 8601 duration, said to the citizen before they start. */
  readonly estimatedDuration?: string;
  /** After a loss: nobody is disturbed with what need not be sent. */
  readonly quiet?: true;
  /** `none`: nobody acts in it for another, whatever mandate they have. */
  readonly mandates?: 'none';
  /** The root state; its path is the empty string. */
  readonly machine: StateDefinition;
  /** JSON Schema 2020-12 by form name. */
  readonly forms: Readonly<Record<string, JsonSchema>>;
  readonly texts: Readonly<Record<Language, Texts>>;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  /** The form whose data it may be given at its start, by another journey or an offer; expressions read it as `given`. */
  readonly takes?: string;
  readonly offers: Readonly<Record<string, OfferDefinition>>;
  /** Journeys that somebody who starts this one must not have under way, or should know that they have. */
  readonly conflicts: Readonly<Record<string, ConflictDefinition>>;
  /** Expression: the code of the citizen's municipality. Absent: the journey is the same everywhere. */
  readonly place?: string;
  /** What municipalities do differently, by code and parameter; nothing where the journey has no place. */
  readonly overlays: Readonly<Record<string, Overlay>>;
  readonly sources: DefinitionSources;
  /** What was read: parts and short forms expanded, and what leads back to where they were written. */
  readonly expansion: Expansion;
}

/** The files a definition was read from: enough to read it again, and to point into. */
export interface DefinitionSources {
  /** The version file, `<date>.yaml`. */
  readonly main: Source;
  readonly forms: Readonly<Record<string, Source>>;
  readonly texts: Readonly<Partial<Record<Language, Source>>>;
  /** What this version says in their place. */
  readonly versionTexts: Readonly<Partial<Record<Language, Source>>>;
  readonly parameters?: Source;
  /** The parts in use, by file. */
  readonly parts: Readonly<Record<string, Source>>;
  /** By code of the municipality; in use where the journey has a place. */
  readonly overlays: Readonly<Record<string, Source>>;
}

/** A place in one of a definition's files. */
export interface Place {
  readonly source: Source;
  readonly path: SourcePath;
}

export interface RoleDefinition {
  /** May stay empty for the whole journey. */
  readonly optional: boolean;
  /** Taken by any number of persons. */
  readonly many: boolean;
  /** Is spoken of and never acts: the deceased, the child. */
  readonly passive: boolean;
  /** Nothing this role says and none of its steps may be shown to another role. */
  readonly confidential?: boolean;
  /** May be taken by somebody without a CPR number, who gets letters and acts by letter or at a counter. */
  readonly unregistered?: boolean;
  /** Roles that the same person may not have besides. */
  readonly differsFrom?: readonly string[];
}

/** What a guard means, and why. */
export interface ConditionDefinition {
  /** An expression of type bool, `= …`. */
  readonly when: string;
  readonly source?: string;
}

/**
 * How long to wait. Exactly one of the three is given:
 * `until` a date (through the whole of that day) or a timestamp, `from` a date (when that day begins) or a
 * timestamp, `for` a period from now. What lies in the past is due at once.
 */
export interface DelayDefinition {
  readonly until?: string;
  readonly from?: string;
  readonly for?: string;
  readonly source?: string;
}

/** How long a journey is kept after it has ended (GDPR art. 5(1)(e)). */
export interface RetentionDefinition {
  /** An ISO 8601 period, or the name of a dated parameter that is one: its value on the day of the end. */
  readonly for: string;
  readonly source: string;
  /** The law obliges us to keep it so long, also from a person who wants it erased (GDPR art. 17(3)(b)). */
  readonly obliged: boolean;
}

export interface FeeDefinition {
  /** An expression over `parameters`, `= …`: Danish kroner. */
  readonly amount: string;
  /** Id of the authority that is paid. */
  readonly to: string;
  /** Key of a text under `fees`. */
  readonly text: string;
}

/** One way to call a journey. */
export interface LabelDefinition {
  /** A condition that must hold. */
  readonly guard?: string;
  /** Roles that read it; absent: those who see the whole journey. */
  readonly visibleTo?: readonly string[];
  /** Key of a text under `labels`. */
  readonly text: string;
  /** What its placeholders stand for. */
  readonly with: Readonly<Record<string, Json>>;
  readonly at: SourcePath;
}

export interface CancellationDefinition {
  /** Roles that may cancel. */
  readonly by: readonly string[];
  /** A condition that must hold. */
  readonly when?: string;
}

/** A value of the law, dated. */
export interface ParameterDefinition {
  readonly title: Words;
  readonly unit?: string;
  /** `start`: what was in force when the journey began, as for a fee that was promised. Else what is in force on the day it is asked. */
  readonly follows: 'day' | 'start';
  /** Only reckoned with: nobody is told of it before they start. */
  readonly internal?: true;
  readonly values: readonly ParameterValue[];
  /** A municipality may set another value, within these bounds. */
  readonly local?: LocalBounds;
}

/** How far the law leaves a value to the municipalities. */
export interface LocalBounds {
  readonly least?: Json;
  readonly most?: Json;
  readonly source: string;
}

/** Values of one municipality, by parameter; on days without one the value of the whole country holds. */
export type Overlay = Readonly<Record<string, readonly ParameterValue[]>>;

/** A journey held out to a person because an authority has reported something. */
export interface OfferDefinition {
  /** The report: `<authority>.<event>`. Expressions of the offer read its data as `report`. */
  readonly on: string;
  /** Expression: the person, or the list of persons, to whom it is offered. */
  readonly to: string;
  /** Expression of type bool; absent: at every such report. */
  readonly when?: string;
  /** What the journey is given at its start when the offer is taken. */
  readonly with: Readonly<Record<string, Json>>;
  /** How long it stands: an ISO 8601 duration, or the name of a parameter that is one. */
  readonly expires: string;
  readonly source?: string;
}

/** A journey that contradicts this one while it is under way for the same person. Its words stand under `conflicts`. */
export interface ConflictDefinition {
  /** Id of the other; or of this one, for two at once. */
  readonly journey: string;
  /** `refuse`: this one does not begin. `warn`: it begins when the person confirms that they know. */
  readonly kind: 'refuse' | 'warn';
}

export interface ParameterValue {
  /** First day in force, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day in force. */
  readonly until?: string;
  /** A number, text, boolean, ISO 8601 date or ISO 8601 duration. */
  readonly value: Json;
  readonly source: string;
  /** How sure we are: found in a published source, background knowledge, or doubtful. */
  readonly confidence: 'found' | 'background' | 'doubtful';
}

/** Every word of a journey in one language. */
export interface Texts {
  readonly title?: string;
  readonly summary?: string;
  /** Until when whoever regrets can cancel, and whom they turn to then. */
  readonly cancellation?: string;
  /** What people may call it when they look for it. */
  readonly synonyms?: readonly string[];
  /** One line for the citizen, by state path. */
  readonly states: Readonly<Record<string, string>>;
  readonly tasks: Readonly<Record<string, TaskTexts>>;
  /** Title of each section. */
  readonly sections: Readonly<Record<string, string>>;
  /** What came of a section or of the journey, and what happens if nothing is done. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** What a fee is for, and when it is paid. */
  readonly fees: Readonly<Record<string, FeeTexts>>;
  /** What tells a journey from others of its kind. */
  readonly labels: Readonly<Record<string, string>>;
  readonly forms: Readonly<Record<string, FormTexts>>;
  readonly messages: Readonly<Record<string, { readonly subject: string; readonly body: string }>>;
  readonly offers: Readonly<Record<string, { readonly title: string; readonly body: string }>>;
  /** Why the journey contradicts another that is under way, and what to do. */
  readonly conflicts: Readonly<Record<string, string>>;
  /** What each role is called when it stands alone. */
  readonly roles: Readonly<Record<string, string>>;
  /** What it is called within a sentence that others read, where that is something else. */
  readonly rolesInText: Readonly<Record<string, string>>;
  /** What the record of processing calls it, which speaks to nobody; where that is something else again. */
  readonly rolesInRecord: Readonly<Record<string, string>>;
}

export interface TaskTexts {
  readonly title: string;
  readonly help?: string;
  /** What reminds of it; absent: what is said in general. */
  readonly reminder?: { readonly subject: string; readonly body: string };
  /** Label of each fact that the task shows. */
  readonly shows: Readonly<Record<string, string>>;
}

export interface FeeTexts {
  readonly title: string;
  readonly when?: string;
}

export interface FormTexts {
  readonly title?: string;
  /** The title of each page, in their order. */
  readonly pages?: readonly string[];
  readonly fields: Readonly<Record<string, FieldTexts>>;
  /** Words on the button, by event. */
  readonly events: Readonly<Record<string, string>>;
}

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
}
