import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Request } from 'express';
import { expectedVersion } from '../representation/entity-tag.js';
import { documented } from './documented.js';

/** Optimistic concurrency: the version of a journey that the caller has read, by `If-Match`; undefined when they do not say. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    expectedVersion(context.switchToHttp().getRequest<Request>().headers['if-match']),
  [
    documented(
      ApiHeader({
        name: 'If-Match',
        required: false,
        description: 'The ETag of the journey as you read it: refused when it has moved since',
      }),
    ),
  ],
);
