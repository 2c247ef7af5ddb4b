import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AUTHORITY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#authorities';
import { PROBLEM_CODES } from './problem/problem-code.js';
import { PROBLEM_SCHEMA } from './problem/problems.decorator.js';

const SIGNED = `HMAC-SHA256 over "<timestamp>.<path>.<raw body>" with the shared secret, in the headers ${AUTHORITY_HEADER}, ${TIMESTAMP_HEADER} (Unix seconds) and ${SIGNATURE_HEADER} ("v1=<hex>").`;

const ABOUT = `Journeys through life events across Danish authorities.

Errors are problem documents (RFC 9457) in Danish or English by Accept-Language; their \`type\` leads to an explanation. Any route may
also answer with the problems of what stands before it: the token (401, 403), the body (400, 408, 413, 415), the headers (400, 417, 431), too many requests (429, with \`Retry-After\`), or a system we need (503).`;

/** Where {@link documentApi} serves. */
export const DOCS_PATHS = ['/docs', '/docs-json', '/docs-yaml'];

/** Serves the OpenAPI document at `/docs-json`, `/docs-yaml`, and as pages at `/docs`. */
export function documentApi(app: INestApplication): void {
  const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } as const;
  const config = new DocumentBuilder()
    .setTitle('Overgang')
    .setDescription(ABOUT)
    .setVersion('1')
    .addBearerAuth(bearer, 'citizen')
    .addBearerAuth(bearer, 'ops')
    .addBearerAuth(bearer, 'designer')
    .addSecurity('authority', { type: 'apiKey', in: 'header', name: SIGNATURE_HEADER, description: SIGNED })
    .build();
  SwaggerModule.setup(
    'docs',
    app,
    () => {
      const document = SwaggerModule.createDocument(app, config);
      document.components = {
        ...document.components,
        schemas: { ...document.components?.schemas, [PROBLEM_SCHEMA]: PROBLEM },
      };
      return document;
    },
    { customSiteTitle: 'Overgang', swaggerOptions: { persistAuthorization: false } },
  );
}

const PROBLEM = {
  type: 'object',
  description: 'A problem document (RFC 9457)',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/stale' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...PROBLEM_CODES] },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri', description: 'This occurrence' },
    errors: {
      type: 'array',
      description: 'With `invalid`: what is wrong, by field',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer into the body', example: '#/data/date' },
          code: { type: 'string' },
          detail: { type: 'string' },
          label: { type: 'string', description: 'What the form calls the field' },
        },
      },
    },
    diagnostics: {
      type: 'array',
      description: 'With `unsound-definition`: what is wrong, where, and how to mend it',
      items: { type: 'object' },
    },
  },
};
