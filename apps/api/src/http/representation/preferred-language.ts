import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { requestLanguage } from './request-language.js';

/** Content negotiation: the language in which the caller reads, of those we write. */
export const PreferredLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  requestLanguage(context.switchToHttp().getRequest<Request>()),
);
