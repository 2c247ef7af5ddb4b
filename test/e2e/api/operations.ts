import { type JsonSchema } from '#schema';

/** A parameter as the OpenAPI document has it. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export interface DocumentedResponse {
  readonly content?: Readonly<
    Record<string, { readonly schema?: JsonSchema; readonly examples?: Readonly<Record<string, unknown>> }>
  >;
}

/** One operation of our own OpenAPI document. */
export interface Operation {
  /** `GET /v1/journeys/{journey}` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** With references into the document's components. */
  readonly body?: JsonSchema;
  /** Media type of the body; the first, where several are taken. */
  readonly bodyType?: string;
  /** Whom it is for, by the names of security schemes; nobody in particular when it is open. */
  readonly callers: readonly string[];
  /** By status. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

interface OperationObject {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

/** Our own OpenAPI document, as far as it is read here. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export async function readApiDocument(api: string): Promise<ApiDocument> {
  const response = await fetch(`${api}/docs-json`);
  return (await response.json()) as ApiDocument;
}

export function operationsOf(document: ApiDocument): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([key, { parameters = [], requestBody, security = [], responses }]) => {
      const method = key.toUpperCase();
      const [content] = Object.entries(requestBody?.content ?? {});
      const callers = security.flatMap(scheme => Object.keys(scheme));
      const name = `${method} ${path}`;
      const about = { name, method, path, parameters, callers, responses };
      return content ? { ...about, bodyType: content[0], body: content[1].schema } : about;
    }),
  );
}

/** A schema of the document that can stand alone: what it refers to comes along. */
export function standalone(document: ApiDocument, schema: JsonSchema): JsonSchema {
  return { ...(schema as object), components: document.components } as JsonSchema;
}
