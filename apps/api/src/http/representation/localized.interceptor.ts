import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { requestLanguage } from './preferred-language.js';

/** Content negotiation: says which language was chosen, and by what: `Content-Language` and `Vary` (RFC 9110, sections 8.5 and 12.5.5). */
@Injectable()
export class LocalizedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const language = requestLanguage(http.getRequest<Request>());
    const response = http.getResponse<Response>();
    return next.handle().pipe(tap(() => response.set('Content-Language', language).vary('Accept-Language')));
  }
}

/** For routes that answer in words. */
export const Localized = (): MethodDecorator & ClassDecorator =>
  applyDecorators(UseInterceptors(LocalizedInterceptor));
