import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { ACCESS, type Access } from '../../access/access.js';
import { ALWAYS_ADMITTED } from './always-admitted.js';
import { type PlaceKind, Places } from './places.js';

const KINDS: Readonly<Record<Access['kind'], PlaceKind>> = {
  open: 'public',
  role: 'signed-in',
  scraper: 'signed-in',
  face: 'signed-in',
  authority: 'authority',
};

/** Admission control: gives a request its place around the work of its route, after all guards: an interceptor, since only those learn when it is done. */
@Injectable()
export class PlaceInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly places: Places,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(ALWAYS_ADMITTED, route)) return next.handle();
    const { kind } = this.reflector.getAllAndOverride<Access>(ACCESS, route);
    const done = this.places.take(KINDS[kind], context.switchToHttp().getResponse<Response>());
    return next.handle().pipe(finalize(done));
  }
}
