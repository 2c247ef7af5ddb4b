import { type LegalGround, type Tier, type Words } from '#journey';
import { type JsonObject } from '#statechart';

/** The parts of an OpenAPI document that a contract is read from, after `document-schema.ts` has let it pass. */
export interface OpenApiDocument {
  readonly info: { readonly 'x-authority': AuthorityExtension };
  readonly paths: Readonly<Record<string, { readonly post: OperationDocument }>>;
  readonly webhooks?: Readonly<Record<string, { readonly post: WebhookDocument }>>;
}

export interface AuthorityExtension {
  readonly id: string;
  readonly tier: Tier;
  readonly name: Words;
  readonly unit?: Words;
  readonly examplesAsOf: string;
  readonly holds?: Readonly<Record<string, { readonly name: Words; readonly service: string }>>;
}

export interface OperationDocument {
  readonly operationId: string;
  readonly 'x-service': ServiceExtension;
  readonly requestBody: JsonBody;
  readonly responses: { readonly '200': JsonBody; readonly '202'?: JsonObject };
}

export interface ServiceExtension {
  readonly name: Words;
  readonly ground: LegalGround;
  readonly answers: 'now' | 'later';
  readonly maximumTime: string;
  readonly effect?: 'none';
  /** `operationId`, or `none`. */
  readonly compensation?: string;
  readonly irreversible?: Words;
  readonly undoes?: string;
  readonly refusals?: Readonly<Record<string, Words>>;
}

export interface WebhookDocument {
  readonly 'x-event': { readonly name: Words };
  readonly requestBody: JsonBody;
}

export interface JsonBody {
  readonly content: {
    readonly 'application/json': { readonly schema: JsonObject; readonly example: JsonObject };
  };
}

/** The schema and example of a JSON body. */
export function jsonBodyOf(body: JsonBody): { readonly schema: JsonObject; readonly example: JsonObject } {
  return body.content['application/json'];
}
