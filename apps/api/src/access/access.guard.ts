import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Caller, readBearerToken } from '#identity';
import { noMandate, sameSecret, unknownJourney, unknownOffer } from '#runtime';
import { Attempts } from '../limits/attempts.js';
import { EdgeError } from '../problem/edge-error.js';
import { ACCESS, type Access, actedFor, ON_BEHALF_OF } from './access.js';
import { AuthoritySignatures } from './authority-signatures.js';
import { FaceSecrets } from './face-secrets.js';
import { type KnownRequest } from './calling.js';
import { Leave } from './leave.js';

type RoleAccess = Pick<Extract<Access, { kind: 'role' }>, 'roles' | 'onlyFor'>;

/** Token for the shared secret of the metrics scraper; undefined when there is none. */
export const METRICS_TOKEN = Symbol('metrics token');

/** Deny by default: refuses what no decorator of the route allows, by the head alone, unless a signature is over the body. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly attempts: Attempts,
    private readonly signatures: AuthoritySignatures,
    private readonly faces: FaceSecrets,
    private readonly leave: Leave,
    @Inject(METRICS_TOKEN) private readonly metricsToken: string | undefined,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    const request = context.switchToHttp().getRequest<KnownRequest>();
    switch (access?.kind) {
      case 'open':
        if (access.acting && request.get(ON_BEHALF_OF) !== undefined) {
          await this.#requireRole(request, { roles: ['citizen', 'caseworker'] });
        }
        return true;
      case 'role':
        return this.#requireRole(request, access);
      case 'face':
        request.face = await this.attempts.signature(request, () => this.faces.faceOf(request));
        return true;
      case 'authority':
        request.authority = await this.attempts.signature(request, () => this.signatures.signerOf(request));
        return true;
      case 'scraper':
        return this.#isScraper(request) || this.#requireRole(request, { roles: ['ops'] });
      default:
        throw new EdgeError('forbidden', 'Nobody has been let in here.');
    }
  }

  async #requireRole(request: KnownRequest, { roles, onlyFor }: RoleAccess): Promise<true> {
    const caller = await this.attempts.signIn(request, () => readBearerToken(request.headers.authorization));
    request.caller = caller;
    if (caller.role === undefined || !roles.includes(caller.role)) {
      throw new EdgeError(
        'forbidden',
        `This is for callers with the role "${roles.join('" or "')}", which your token does not give.`,
      );
    }
    request.caller = await this.#acting(request, caller);
    if (caller.role === onlyFor && request.caller.holder === undefined) throw noMandate();
    return true;
  }

  /** The one place that decides for whom somebody acts: from here on, they are to every route the person whom they act for. */
  async #acting(request: KnownRequest, caller: Caller): Promise<Caller> {
    const person = request.get(ON_BEHALF_OF);
    if (person === undefined) return caller;
    const { name, ...given } = await this.leave.of(caller, person);
    const { journey, offer } = request.params;
    const asked = journey ?? offer;
    if (typeof asked === 'string' && !(await this.leave.reaches(given, asked))) {
      throw offer === undefined ? unknownJourney(asked) : unknownOffer(asked);
    }
    if (name !== undefined) request.res?.set(ON_BEHALF_OF, actedFor(person, name));
    return { ...caller, person, holder: caller.person, ...given };
  }

  #isScraper(request: KnownRequest): boolean {
    const { authorization } = request.headers;
    if (this.metricsToken === undefined || authorization === undefined) return false;
    return sameSecret(readBearerToken(authorization), this.metricsToken);
  }
}
