import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { type Visit } from './visit.js';

/** A request, once it is known who sends it. */
export interface VisitedRequest extends Request {
  visit?: Visit;
}

export function visitOf({ visit, path }: VisitedRequest): Visit {
  if (!visit) throw new Error(`Nobody has looked who asks for ${path}; \`VisitGuard\` does.`);
  return visit;
}

/** The visit that a route answers. */
export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext): Visit =>
  visitOf(context.switchToHttp().getRequest<VisitedRequest>()),
);
