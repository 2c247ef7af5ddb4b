import {
  type Contact,
  type Extent,
  type LegalGround,
  type MandateRule,
  type Telling,
  type Tier,
  type Weekday,
  type Words,
} from '#journey';
import { type JsonObject } from '#schema';

/** A contract as it is written, once references are inlined and `contract.schema.json` has let it pass. */
export interface WrittenContract {
  readonly info: { readonly 'x-authority': AuthorityExtension };
  readonly paths: Readonly<Record<string, { readonly post: WrittenOperation }>>;
  readonly webhooks?: Readonly<Record<string, { readonly post: WrittenWebhook }>>;
}

export interface AuthorityExtension {
  readonly id: string;
  readonly tier: Tier;
  readonly heldBy?: Extent;
  readonly name: Words;
  readonly unit?: Words;
  readonly examplesAsOf: string;
  readonly contact?: Contact;
  readonly hours?: Readonly<Partial<Record<Weekday, string>>>;
  readonly holds?: Readonly<Record<string, { readonly name: Words; readonly service: string }>>;
}

/** An operation, its bodies in short (`x-request`, `x-answer`) or in full. */
export interface WrittenOperation {
  readonly operationId: string;
  readonly 'x-service': ServiceExtension & { readonly compensation?: string | WrittenCompensation };
  readonly 'x-tells'?: readonly Telling[];
  readonly 'x-request'?: ShortBody;
  readonly 'x-answer'?: ShortBody;
  readonly requestBody?: FullBody;
  readonly responses?: { readonly '200'?: FullBody; readonly '202'?: JsonObject };
}

/** The operation that undoes another, written where that other one is. */
export interface WrittenCompensation {
  readonly operationId: string;
  readonly path?: string;
  readonly name: Words;
  readonly ground?: LegalGround;
  readonly maximumTime?: string;
}

export interface ServiceExtension {
  readonly name: Words;
  readonly ground: LegalGround;
  readonly answers: 'now' | 'later';
  readonly maximumTime: string;
  readonly task?: string;
  readonly effect?: 'none';
  readonly irreversible?: Words;
  readonly undoes?: string;
  readonly refusals?: Readonly<Record<string, Words>>;
}

export interface WrittenWebhook {
  readonly operationId?: string;
  readonly 'x-event': { readonly name: Words; readonly mandates?: readonly MandateRule[] };
  readonly 'x-tells'?: readonly Telling[];
  readonly 'x-data'?: ShortBody;
  readonly requestBody?: FullBody;
}

/** An object of exactly these fields, with one that fits. */
export interface ShortBody {
  readonly required?: readonly string[];
  readonly properties: JsonObject;
  readonly example: JsonObject;
}

/** A JSON body as OpenAPI writes it. */
export interface FullBody {
  readonly content: {
    readonly 'application/json': { readonly schema: JsonObject; readonly example: JsonObject };
  };
}
