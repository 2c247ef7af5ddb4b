import { type SchemaObject } from './open-api.js';
import { PROBLEM_CODES } from '../problem/problem-code.js';

/** JSON Schema of problem documents (RFC 9457). */
export const PROBLEM_DOCUMENT_SCHEMA: SchemaObject = {
  type: 'object',
  description: 'A problem document (RFC 9457)',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/stale' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...PROBLEM_CODES] },
    detail: { type: 'string', description: 'For people, in their language' },
    hint: { type: 'string', description: 'For developers, in English' },
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
    contradictions: {
      type: 'array',
      description: 'With `contradicts` and `unconfirmed`: what is under way and stands in the way',
      items: {
        type: 'object',
        required: ['journey', 'address', 'reference', 'title', 'text', 'confirmable'],
        properties: {
          journey: { type: 'string', format: 'uuid' },
          address: { type: 'string', format: 'uri-reference', description: 'Where it is' },
          reference: { type: 'string', description: 'Case reference', example: 'FLY-7K3M-2Q9X-D4TN' },
          title: { type: 'string' },
          text: { type: 'string', description: 'Why the two contradict each other, and what to do' },
          confirmable: {
            type: 'boolean',
            description: 'With its id in `confirm` of the body the other begins all the same',
          },
        },
      },
    },
  },
};
