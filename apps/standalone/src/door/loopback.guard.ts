import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { EdgeError } from '../../../api/src/problem/edge-error.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Against DNS rebinding: a page of another name that resolves to this machine gets nothing. */
@Injectable()
export class LoopbackGuard implements CanActivate {
  canActivate(context: ExecutionContext): true {
    const { host } = context.switchToHttp().getRequest<Request>().headers;
    if (!LOOPBACK.test(host ?? '')) {
      throw new EdgeError(
        'malformed-request',
        'Only this machine is answered: ask for localhost or 127.0.0.1.',
      );
    }
    return true;
  }
}
