import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Reply, type ReplyHead } from './reply.js';

/** Response mapping: writes the head of a {@link Reply} to the response, so that no route holds the response itself. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(answer => {
        if (!(answer instanceof Reply)) return answer;
        write(answer.head, response);
        return answer.body as unknown;
      }),
    );
  }
}

function write({ status, headers = {}, cookie }: ReplyHead, response: Response): void {
  if (status !== undefined) response.status(status);
  response.set(headers);
  if (cookie?.value !== undefined) response.cookie(cookie.name, cookie.value, cookie.options);
  else if (cookie) {
    const { maxAge: _maxAge, ...options } = cookie.options;
    response.clearCookie(cookie.name, options);
  }
}
