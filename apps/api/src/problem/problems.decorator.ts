import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { PROBLEM_STATUS, type ProblemCode } from './problem-code.js';
import { ENGLISH_PROBLEMS } from './problem-words-en.js';

/** Name of the schema of problem documents in the OpenAPI document. */
export const PROBLEM_SCHEMA = 'Problem';

const OCCURRENCE = 'urn:uuid:0b9f2c1e-6d3a-4a57-9c1b-2f6f0a8f1d3e';

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds until trying again makes sense',
    schema: { type: 'integer' as const },
  },
};

/** OpenAPI decorator: documents which problems a route may answer with, one response for each status. */
export function Problems(...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const statuses = [...new Set(codes.map(code => PROBLEM_STATUS[code]))];
  return applyDecorators(
    ...statuses.map(status =>
      ApiResponse(
        problemResponse(
          status,
          codes.filter(code => PROBLEM_STATUS[code] === status),
        ),
      ),
    ),
  );
}

/** The response that documents the problems of one status, with an example of each. */
export function problemResponse(status: number, codes: readonly ProblemCode[]) {
  const examples = codes.map(code => {
    const { title, explanation } = ENGLISH_PROBLEMS[code];
    return [
      code,
      {
        value: { type: `/problems/${code}`, title, status, code, detail: explanation, instance: OCCURRENCE },
      },
    ] as const;
  });
  return {
    status,
    ...((status === 429 || status === 503) && { headers: RETRY_AFTER }),
    description: codes.map(code => `${ENGLISH_PROBLEMS[code].title} (\`${code}\`)`).join(' · '),
    content: {
      'application/problem+json': {
        schema: { $ref: `#/components/schemas/${PROBLEM_SCHEMA}` },
        examples: Object.fromEntries(examples),
      },
    },
  };
}
