import {
  type AuthorityDescription,
  describeType,
  type LegalGround,
  type RegisterEventContract,
  schemaType,
  type ServiceCatalogue,
  type ServiceContract,
  type ValueType,
  type Words,
} from '#journey';
import { type JsonSchema } from '#schema';

/** One property of what a service asks for or answers, or of what a register reports. */
export interface ContractField {
  readonly name: string;
  readonly type: ValueType;
  /** The type in words. */
  readonly meaning: string;
  readonly optional: boolean;
  /** What kind of data it is; only of what is asked for. */
  readonly category?: string;
}

/** How the work of a service is undone when a journey is cancelled. */
export type OfferedCompensation =
  | { readonly kind: 'by'; readonly service: string }
  | { readonly kind: 'never'; readonly because: Words }
  | { readonly kind: 'nothing' };

/** A contract as a designer reads it: what `invoke` must give, what comes back, and on what terms. */
export interface OfferedService {
  readonly id: string;
  readonly name: Words;
  readonly ground?: LegalGround;
  readonly input: readonly ContractField[];
  readonly answer: readonly ContractField[];
  readonly refusals: Readonly<Record<string, Words>>;
  readonly answers: 'now' | 'later';
  /** ISO 8601 duration. */
  readonly maximumTime?: string;
  readonly compensation: OfferedCompensation;
}

export interface ListedEvent {
  readonly id: string;
  readonly name: Words;
  readonly data: readonly ContractField[];
}

export interface OfferOfAuthority {
  readonly authority: AuthorityDescription;
  readonly services: readonly OfferedService[];
  readonly reports: readonly ListedEvent[];
}

/** Service catalogue: everything authorities offer and report, in the order of the catalogue. */
export function servicesOf(catalogue: ServiceCatalogue): OfferOfAuthority[] {
  return catalogue.authorities().map(authority => ({
    authority,
    services: catalogue
      .services()
      .filter(service => service.authority === authority.id)
      .map(offered),
    reports: catalogue
      .registerEvents()
      .filter(event => event.authority === authority.id)
      .map(reported),
  }));
}

function offered(contract: ServiceContract): OfferedService {
  const { id, name, ground, input, answer, refusals, answers, maximumTime, categories } = contract;
  return {
    id,
    name,
    ...(ground && { ground }),
    input: fieldsOf(input, categories),
    answer: fieldsOf(answer),
    refusals,
    answers,
    ...(maximumTime !== undefined && { maximumTime }),
    compensation: compensationOf(contract),
  };
}

function reported({ id, name, data }: RegisterEventContract): ListedEvent {
  return { id, name, data: fieldsOf(data) };
}

function compensationOf({ compensation, irreversible }: ServiceContract): OfferedCompensation {
  if (compensation !== undefined) return { kind: 'by', service: compensation };
  return irreversible ? { kind: 'never', because: irreversible } : { kind: 'nothing' };
}

function fieldsOf(schema: JsonSchema, categories: Readonly<Record<string, string>> = {}): ContractField[] {
  const type = schemaType(schema);
  return Object.entries(type.kind === 'object' ? type.fields : {}).map(([name, field]) => ({
    name,
    type: field.type,
    meaning: describeType(field.type),
    optional: field.optional,
    ...(Object.hasOwn(categories, name) && { category: categories[name] as string }),
  }));
}
