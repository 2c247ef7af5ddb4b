import { type Language, type ServiceCatalogue } from '../catalogue.js';
import { personsIn } from '../compile/compile-actions.js';
import { type Definition } from '../definition.js';
import { type Remembering } from '../expression/environment-of.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext, type JourneyState, type PersonId } from '../journey-state.js';
import { rolesOf } from '../step/roles-of.js';
import { foundNames, type NameSource, nameSources } from './name-sources.js';
import { confidentialTellers } from './tellers.js';

/** For whom something is put into words, and how the journey stands: who is named depends on both. */
export interface Reader {
  readonly person: PersonId;
  readonly state: JourneyState;
}

/** Somebody who has a role, or is spoken of in it. */
export interface NamedParticipant {
  readonly role: string;
  readonly person: PersonId;
  /** What the reader may call them: the name, else the words of the role, such as "din partner". */
  readonly name: string;
}

/** A name with the roles whose secret it is; a reader must have all of them. */
interface KnownName {
  readonly name?: string;
  readonly secretOf: ReadonlySet<string>;
  readonly sharedWith: readonly string[];
}

interface KnownPerson {
  readonly names: readonly KnownName[];
  readonly isProtected: boolean;
}

const SELF: Readonly<Record<Language, string>> = { da: 'dig', en: 'you' };

/**
 * What each person is called, as a reader may know it. A name is what an authority answered or a participant gave; what is
 * confidential to a role, or protected in the register (CPR-loven § 28), is not told to others, who read the role's words.
 */
export class PersonNames {
  readonly #definition: Definition;
  readonly #sources: readonly NameSource[];
  readonly #secrets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #known = new WeakMap<JourneyContext['facts'], ReadonlyMap<PersonId, KnownPerson>>();

  constructor(
    definition: Definition,
    catalogue: ServiceCatalogue,
    environment: ExpressionEnvironment,
    rememberings: readonly Remembering[],
  ) {
    this.#definition = definition;
    this.#sources = nameSources(definition, catalogue, rememberings);
    this.#secrets = confidentialTellers(definition, environment, rememberings);
  }

  /** What a reader may call somebody; undefined for an id that is nobody's here. */
  of(person: PersonId, language: Language, reader: Reader): string | undefined {
    const roles = this.#rolesFor(reader.state, person);
    const name = this.nameOf(person, reader);
    if (name !== undefined) return name;
    if (roles.length === 0) return this.#people(reader.state).has(person) ? NOBODY[language] : undefined;
    if (person === reader.person) return SELF[language];
    return this.role(roles[0] as string, language);
  }

  /** The name of somebody, when it is known and the reader may know it. */
  nameOf(person: PersonId, { person: reader, state }: Reader): string | undefined {
    const known = this.#people(state).get(person);
    if (!known) return undefined;
    const own = reader === person;
    if (known.isProtected && !own) return undefined;
    const roles = rolesOf(this.#definition, state.context, reader);
    const mayKnow = ({ secretOf, sharedWith }: KnownName): boolean =>
      own ||
      [...secretOf].every(role => roles.includes(role)) ||
      sharedWith.some(role => roles.includes(role));
    return known.names.findLast(each => each.name !== undefined && mayKnow(each))?.name;
  }

  /** What a role is called within a sentence. */
  role(role: string, language: Language): string {
    return roleInText(this.#definition, role, language);
  }

  /** Everybody in a role, those who are only spoken of too, as a reader may call them; in the order declared. */
  participants(language: Language, reader: Reader): NamedParticipant[] {
    return Object.keys(this.#definition.roles).flatMap(role =>
      personsIn(reader.state.context, role).map(person => ({
        role,
        person,
        name:
          this.nameOf(person, reader) ??
          (person === reader.person ? SELF[language] : this.role(role, language)),
      })),
    );
  }

  #rolesFor({ context }: JourneyState, person: PersonId): string[] {
    return Object.keys(this.#definition.roles).filter(role => personsIn(context, role).includes(person));
  }

  /** Everybody whom what is remembered names, found once for each state. */
  #people(state: JourneyState): ReadonlyMap<PersonId, KnownPerson> {
    const { facts } = state.context;
    let people = this.#known.get(facts);
    if (!people) this.#known.set(facts, (people = this.#found(state)));
    return people;
  }

  #found(state: JourneyState): ReadonlyMap<PersonId, KnownPerson> {
    const { roles, shares } = this.#definition;
    const people = new Map<PersonId, KnownPerson>();
    for (const source of this.#sources) {
      const { fact, given } = source;
      for (const { person, name, isProtected } of foundNames(source, state.context.facts[fact])) {
        const before = people.get(person) ?? { names: [], isProtected: false };
        // What an authority says of somebody in a confidential role is theirs.
        const theirs = given
          ? []
          : this.#rolesFor(state, person).filter(role => roles[role]?.confidential === true);
        const known: KnownName = {
          ...(name !== undefined && { name }),
          secretOf: new Set([...theirs, ...(this.#secrets.get(fact) ?? [])]),
          sharedWith: Object.hasOwn(shares, fact) ? (shares[fact] ?? []) : [],
        };
        people.set(person, {
          names: [...before.names, known],
          isProtected: before.isProtected || isProtected,
        });
      }
    }
    return people;
  }
}

/** Somebody whose name the reader may not know, and who has no role here. */
const NOBODY: Readonly<Record<Language, string>> = { da: 'en person', en: 'a person' };

/** What a role is called within a sentence: its title may speak to whoever has it ("You, who are buying too"). */
export function roleInText({ texts }: Definition, role: string, language: Language): string {
  const { roles, rolesInText } = texts[language];
  const inText = Object.hasOwn(rolesInText, role) ? rolesInText[role] : undefined;
  return inText ?? decapitalised((Object.hasOwn(roles, role) ? roles[role] : undefined) ?? role);
}

/** What a role is called where nobody is spoken to: by somebody who has no part in the journey. */
export function roleInRecord(definition: Definition, role: string, language: Language): string {
  const { rolesInRecord } = definition.texts[language];
  const inRecord = Object.hasOwn(rolesInRecord, role) ? rolesInRecord[role] : undefined;
  return inRecord ?? roleInText(definition, role, language);
}

function decapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
