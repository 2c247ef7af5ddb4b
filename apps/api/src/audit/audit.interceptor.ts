import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { bearerOf } from '#identity';
import { type AuditAction, parseDispatchId } from '#runtime';
import { ACCESS, type Access } from '../access/access.js';
import { type KnownRequest } from '../access/calling.js';
import { problemOf } from '../problem/problem-of.js';
import { AUDITED, type Audited } from './audited.js';
import { AuditTrail } from './audit-trail.js';
import { SUBJECT } from './subjects.js';
import { HELPING_ACT, LETTER, PURPOSE } from './helping-act.js';

/** Audit interceptor: records who calls a route that is {@link Audited}, and all that a caseworker does who helps somebody: before it is done that it is asked for, and afterwards how it went. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly trail: AuditTrail,
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
        await this.trail.conclude(id, 'done', audited.concerns(answer));
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

  #begin(action: AuditAction, request: KnownRequest, context: ExecutionContext): Promise<string> {
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
      subjects: subjectsOf(request),
      ...(isReason(reason) && { reason }),
    });
  }
}

/** With a dispatch stands its journey, so that it is found by whoever asks what was done with the case. */
function subjectsOf({ params, query, body, caller }: KnownRequest): readonly string[] {
  const { journey: asked } = (body ?? {}) as { readonly journey?: unknown };
  const named = [caller?.assistance?.id, ...Object.values(params), query['journey'], asked].filter(
    (subject): subject is string => typeof subject === 'string' && SUBJECT.test(subject),
  );
  return [...named, ...named.flatMap(subject => parseDispatchId(subject)?.journey ?? [])];
}

/** As {@link Reason} has it; what is not one is refused, and need not be kept. */
function isReason(reason: unknown): reason is string {
  return typeof reason === 'string' && reason.length >= 3 && reason.length <= 500;
}
