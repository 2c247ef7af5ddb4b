import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Request } from 'express';
import { documented } from './documented.js';
import { idempotencyKey } from './idempotency-key.js';

/** The `Idempotency-Key` of a request; undefined when it has none. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext) => {
    const header = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
    return idempotencyKey(Array.isArray(header) ? header.join(', ') : header);
  },
  [
    documented(
      ApiHeader({
        name: 'Idempotency-Key',
        required: false,
        description:
          'Names this request once and for all: sending it again with the same key changes nothing more',
      }),
    ),
  ],
);
