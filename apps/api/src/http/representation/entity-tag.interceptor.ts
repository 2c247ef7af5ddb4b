import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { map, type Observable } from 'rxjs';
import { entityTag, stillFresh } from './entity-tag.js';
import { bodyOf } from './reply.js';

/** What a route answers that is {@link EntityTagged}. */
interface Versioned {
  readonly version: string;
}

/**
 * Conditional requests: sets `ETag`, and answers 304 to whoever has it already (RFC 9110, section 13).
 *
 * A representation is personal: caches keep it for its reader alone, and ask each time whether it is still right.
 */
@Injectable()
export class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { method, headers } = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      map(answer => {
        const document = bodyOf(answer) as Versioned;
        const tag = entityTag(document.version, JSON.stringify(document));
        response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' }).vary('Authorization');
        const isRead = method === 'GET' || method === 'HEAD';
        if (!isRead || !stillFresh(headers['if-none-match'], tag)) return answer;
        response.status(304);
        return undefined;
      }),
    );
  }
}

/** Marks an operation of the OpenAPI document whose answers have an entity tag. */
export const ENTITY_TAGGED = 'x-entity-tagged';

/** For routes that answer with the journey as its reader sees it. */
export const EntityTagged = (): MethodDecorator & ClassDecorator =>
  applyDecorators(UseInterceptors(EntityTagInterceptor), ApiExtension(ENTITY_TAGGED, true));
