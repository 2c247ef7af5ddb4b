import { type Json, type JsonSchema } from '#schema';
import { type AuthorityDirectory } from './authority-directory.js';
import { type Contact, type Hours } from './contact.js';
import { type Diagnostic } from './diagnostic.js';
import { type MandateRule } from './mandate-rule.js';
import { type Telling } from './telling.js';

/** The two languages every word to a citizen is written in. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in every language. */
export type Words = Readonly<Record<Language, string>>;

/** The three tiers of Danish public administration. */
export const TIERS = ['municipal', 'regional', 'state'] as const;
export type Tier = (typeof TIERS)[number];

/** Who takes a role: one authority for the country, or one in each municipality or region. */
export const EXTENTS = ['country', 'municipality', 'region'] as const;
export type Extent = (typeof EXTENTS)[number];

/** The legal basis on which personal data is given to an authority. */
export interface LegalGround {
  readonly da: string;
  readonly en: string;
  /** Article of the GDPR, e.g. `6(1)(e)`. */
  readonly gdpr: string;
}

/** Who an authority is. */
export interface AuthorityDescription {
  readonly id: string;
  readonly tier: Tier;
  readonly name: Words;
  /** What it already holds about a person, by the name a form would give it: no task may ask for it again. */
  readonly holds?: Readonly<Record<string, HeldData>>;
  readonly contact?: Contact;
  readonly hours?: Hours;
  /** The day (`YYYY-MM-DD`) on which the examples of its contract are told. */
  readonly examplesAsOf?: string;
}

/** Data that a base registry holds, and the service (an id, `cpr.readPerson`) that gives it. */
export interface HeldData {
  readonly name: Words;
  readonly service: string;
}

/** What somebody is responsible for: a role, or a task of it that may pass from one authority to another. */
export interface Responsibility {
  /** The role: the id of the contract. */
  readonly authority: string;
  /** Absent: one authority takes it for the country. */
  readonly heldBy?: Extent;
  /** A task of the directory. */
  readonly task?: string;
}

/** One operation of an authority, as far as a journey needs to know it. */
export interface ServiceContract extends Responsibility {
  /** `<authority>.<operation>`, e.g. `cpr.registerMove`; what an `invoke.src` names. */
  readonly id: string;
  readonly tier: Tier;
  /** What the service does, said to the citizen. */
  readonly name: Words;
  /** Absent: nothing personal may be sent, which the check refuses when the input has properties. */
  readonly ground?: LegalGround;
  /** The request body. `format: cpr` marks a person (an opaque id inside a journey). */
  readonly input: JsonSchema;
  /** The body of a 200, delivered to the journey as the answer. */
  readonly answer: JsonSchema;
  /** What the answer is to the citizen. */
  readonly tells?: readonly Telling[];
  /** Whether it decides about a person, and the decision can be appealed. Absent: no. */
  readonly decides?: boolean;
  /** Data category by top-level property of the input: what is disclosed. */
  readonly categories: Readonly<Record<string, string>>;
  /** The refusals the authority may give, by code. */
  readonly refusals: Readonly<Record<string, Words>>;
  /** `now`: in the response; `later`: accepted, then a signed callback. */
  readonly answers: 'now' | 'later';
  /** The authority's published maximum, an ISO 8601 duration. */
  readonly maximumTime?: string;
  /** Service id of the operation that undoes this one. */
  readonly compensation?: string;
  /** `none`: it only reads, so that there is nothing to undo. */
  readonly effect?: 'none';
  /** A request and its answer that belong together. */
  readonly example?: { readonly input: Json; readonly answer: Json };
  /** Why it cannot be undone, said to the citizen before they confirm a cancellation. */
  readonly irreversible?: Words;
}

/** Something an authority reports by itself, e.g. `cpr.birthRegistered`. */
export interface RegisterEventContract extends Responsibility {
  /** `<authority>.<event>`, the CloudEvents `type`; what a state's `on` names. */
  readonly id: string;
  readonly tier: Tier;
  readonly name: Words;
  readonly data: JsonSchema;
  /** What the report is to the citizen. */
  readonly tells?: readonly Telling[];
  /** Whether it decides about a person, and the decision can be appealed. Absent: no. */
  readonly decides?: boolean;
  /** What it says of who may act for whom. */
  readonly mandates?: readonly MandateRule[];
}

/** What one journey knows of another: that there is one, what it may be given at its start, and whose it may be. */
export interface OtherJourney {
  readonly id: string;
  readonly title: Words;
  /** The form that it takes; absent: it takes nothing. */
  readonly takes?: JsonSchema;
  /** Nobody acts in it for another: it is hidden from whoever may act for its person. */
  readonly ownOnly?: true;
}

/** The journeys that there are, by id. */
export interface OtherJourneys {
  get(id: string): OtherJourney | undefined;
  /** In order. */
  keys(): Iterable<string>;
}

/**
 * What the journey language asks of the catalogue of authorities. Lookups answer `undefined` for what is
 * not there and never throw; the lists are complete and in a stable order.
 */
export abstract class ServiceCatalogue {
  /**
   * Authorities whose contract has faults, by id, with the faults. When it cannot be read at all, the authority is unknown,
   * and so are its services and events. Only tools of designers have such a catalogue: no process starts with one.
   */
  readonly broken?: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The journeys that may be started, by id. Absent where they are not known, as when one is loaded alone. */
  readonly journeys?: OtherJourneys;
  /** Who takes a role where. Absent where that is not known: each role is then an authority by itself. */
  readonly directory?: AuthorityDirectory;
  abstract service(id: string): ServiceContract | undefined;
  abstract registerEvent(id: string): RegisterEventContract | undefined;
  abstract authority(id: string): AuthorityDescription | undefined;
  abstract services(): readonly ServiceContract[];
  abstract registerEvents(): readonly RegisterEventContract[];
  abstract authorities(): readonly AuthorityDescription[];
}
