import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { bearerOf, type Caller } from '#identity';
import { ASSISTANCE_REASONS, type AuditAction } from '#runtime';
import { ACCESS, type Access } from '../access/access.js';
import { type KnownRequest } from '../access/calling.js';
import { problemOf } from '../problem/problem-of.js';
import { AskedAbout } from './asked-about.js';
import { AUDITED, type Audited } from './audited.js';
import { AuditTrail } from './audit-trail.js';
import { HELPING_ACT, LETTER, PURPOSE } from './helping-act.js';

/** Audit interceptor: records who calls a route that is {@link Audited}, and all that a caseworker does who helps somebody: before it is done that it is asked for, and afterwards how it went. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly trail: AuditTrail,
    private readonly asked: AskedAbout,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const audited =
      this.reflector.get<Audited | undefined>(AUDITED, context.getHandler()) ??
      this.#helping(request, context);
    if (!audited) return next.handle();
    const id = await this.#begin(audited.action, request, context);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.trail.conclude(id, 'done', audited.concerns(answer, request));
        return answer;
      }),
      catchError(async (error: unknown) => {
        await this.trail.conclude(id, problemOf(error).code);
        throw error;
      }),
    );
  }

  /** Whatever a caseworker does for somebody: a look, or more. */
  #helping(request: KnownRequest, context: ExecutionContext): Audited | undefined {
    const { caller, method } = request;
    if (!caller?.assistance) return undefined;
    const named = this.reflector.get<Audited | undefined>(HELPING_ACT, context.getHandler());
    if (named) return named;
    const isLook = method === 'GET' || method === 'HEAD';
    const seen = request.get(PURPOSE) === LETTER ? 'assisted-print' : 'assisted-look';
    return { action: isLook ? seen : 'assisted-act', concerns: () => [] };
  }

  async #begin(action: AuditAction, request: KnownRequest, context: ExecutionContext): Promise<string> {
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    // A caseworker who helps is known on open routes too.
    if (!request.caller || (access?.kind !== 'role' && !request.caller.assistance)) {
      throw new Error('A route is audited but lets anyone in; give it a role.');
    }
    const { reason } = (request.body ?? {}) as { readonly reason?: unknown };
    return this.trail.begin({
      actor: `${request.caller.role}:${bearerOf(request.caller)}`,
      action,
      subjects: await this.asked.subjectsOf(request),
      ...(isReason(reason, request.caller) && { reason }),
    });
  }
}

/** As {@link Reason} has it, or one of those that a caseworker may give; what is not one is refused, and need not be kept. */
function isReason(reason: unknown, { role }: Caller): reason is string {
  if (role === 'caseworker') return (ASSISTANCE_REASONS as readonly unknown[]).includes(reason);
  return typeof reason === 'string' && reason.length >= 3 && reason.length <= 500;
}
