import { type JsonObject } from '#statechart';

const words = {
  type: 'object',
  additionalProperties: false,
  required: ['da', 'en'],
  properties: { da: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
};
const name = { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$' };

function json(required: readonly string[]): JsonObject {
  return {
    type: 'object',
    required: ['content'],
    properties: {
      content: {
        type: 'object',
        required: ['application/json'],
        properties: {
          'application/json': {
            type: 'object',
            required,
            properties: { schema: { type: ['object', 'boolean'] } },
          },
        },
      },
    },
  };
}

const service = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'ground', 'answers', 'maximumTime'],
  properties: {
    name: words,
    ground: {
      type: 'object',
      additionalProperties: false,
      required: ['da', 'en', 'gdpr'],
      properties: {
        ...words.properties,
        gdpr: { type: 'string', pattern: '^[69]\\([12]\\)\\([a-j]\\)$' },
      },
    },
    answers: { enum: ['now', 'later'] },
    maximumTime: { type: 'string', format: 'duration' },
    effect: { const: 'none' },
    compensation: name,
    irreversible: words,
    undoes: name,
    refusals: { type: 'object', propertyNames: name, additionalProperties: words },
  },
};

/**
 * Schema of contract documents (JSON Schema 2020-12): OpenAPI 3.1 with the extension fields a journey
 * needs. Rules across fields are in `check-contract.ts`. References are inlined before this is applied.
 */
export const DOCUMENT_SCHEMA: JsonObject = {
  type: 'object',
  required: ['openapi', 'info', 'paths'],
  properties: {
    openapi: { type: 'string', pattern: '^3\\.1\\.' },
    info: {
      type: 'object',
      required: ['title', 'version', 'x-authority'],
      properties: {
        'x-authority': {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'tier', 'name', 'examplesAsOf'],
          properties: {
            id: name,
            tier: { enum: ['municipal', 'regional', 'state'] },
            name: words,
            unit: words,
            examplesAsOf: { type: 'string', format: 'date' },
            holds: {
              type: 'object',
              propertyNames: name,
              additionalProperties: {
                type: 'object',
                additionalProperties: false,
                required: ['name', 'service'],
                properties: { name: words, service: name },
              },
            },
          },
        },
      },
    },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^(/[a-z0-9-]+)+$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['post'],
        properties: {
          post: {
            type: 'object',
            required: ['operationId', 'summary', 'x-service', 'requestBody', 'responses'],
            properties: {
              operationId: name,
              'x-service': service,
              requestBody: json(['schema', 'example']),
              responses: {
                type: 'object',
                required: ['200', 'default'],
                properties: { 200: json(['schema', 'example']), 202: {}, default: {} },
              },
            },
          },
        },
      },
    },
    webhooks: {
      type: 'object',
      propertyNames: name,
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['post'],
        properties: {
          post: {
            type: 'object',
            required: ['x-event', 'requestBody'],
            properties: {
              'x-event': {
                type: 'object',
                additionalProperties: false,
                required: ['name'],
                properties: { name: words },
              },
              requestBody: json(['schema', 'example']),
            },
          },
        },
      },
    },
  },
};
