import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AUTHORITY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#authorities';
import { FormSchemaDocument } from '../citizen/form-document.js';
import { PROBLEM_SCHEMA } from '../problem/problems.decorator.js';
import { completeOperation } from './complete-operation.js';
import { mapOperations, type OpenApiDocument, type SchemaObject } from './open-api.js';
import { PROBLEM_DOCUMENT_SCHEMA } from './problem-schema.js';

const SIGNED = `HMAC-SHA256 over "<timestamp>.<path>.<raw body>" with the shared secret, in the headers ${AUTHORITY_HEADER}, ${TIMESTAMP_HEADER} (Unix seconds) and ${SIGNATURE_HEADER} ("v1=<hex>").`;

const ABOUT = `Journeys through life events across Danish authorities.

Errors are problem documents (RFC 9457) in Danish or English by Accept-Language; their \`type\` leads to an explanation. Any route may
also answer with the problems of what stands before it: the token (401, 403), the body (400, 408, 413, 415), the headers (400, 417, 431), too many requests (429, with \`Retry-After\`), or a system we need (503).

It is called from servers: there is no CORS, and a browser speaks to a server of its own, which keeps the token.`;

const TAGS = {
  citizen: 'What citizens start, read and do',
  caseworker: 'Whom caseworkers help',
  authority: 'What authorities report, and answer later',
  designer: 'What journey designers check, publish and withdraw',
  ops: 'What operations look at and mend',
  auditor: 'What auditors verify, look up and read',
  operation: 'Whether the process is well, and what it measures',
  face: 'How those who have signed in get tokens, and where they have signed in',
  problems: 'What each kind of problem means',
};

/** Where {@link documentApi} serves. */
export const DOCS_PATHS = ['/docs', '/docs-json', '/docs-yaml'];

/** Serves the OpenAPI document at `/docs-json`, `/docs-yaml`, and as pages at `/docs`. */
export function documentApi(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app), {
    customSiteTitle: 'Overgang',
    swaggerOptions: { persistAuthorization: false },
  });
}

function apiDocument(app: INestApplication): OpenApiDocument {
  const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } as const;
  const builder = new DocumentBuilder()
    .setTitle('Overgang')
    .setDescription(ABOUT)
    .setVersion('1')
    .setOpenAPIVersion('3.1.1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This server')
    .addBearerAuth(bearer, 'citizen')
    .addBearerAuth(bearer, 'caseworker')
    .addBearerAuth(bearer, 'ops')
    .addBearerAuth(bearer, 'designer')
    .addBearerAuth(bearer, 'approver')
    .addBearerAuth(bearer, 'auditor')
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'Id and secret of a registered face' },
      'face',
    )
    .addSecurity('authority', { type: 'apiKey', in: 'header', name: SIGNATURE_HEADER, description: SIGNED });
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const document = mapOperations(SwaggerModule.createDocument(app, builder.build()), completeOperation);
  const schemas = {
    ...document.components?.schemas,
    // A form has all of JSON Schema; these members alone are said, for every client needs them.
    [FormSchemaDocument.name]: {
      ...document.components?.schemas?.[FormSchemaDocument.name],
      additionalProperties: true,
    } as SchemaObject,
    [PROBLEM_SCHEMA]: PROBLEM_DOCUMENT_SCHEMA,
  };
  return { ...document, components: { ...document.components, schemas } };
}
