import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SignedIn, type Visitor } from '../session/signed-in.js';
import { ForeignForm, SignInNeeded, WrongRole } from './refusals.js';
import { readPosted } from './posted.js';
import { type VisitedRequest, visitOf } from './visited-request.js';
import { Visits } from './visits.js';

const OPEN = 'open to all';
const ROLE = 'for a role';

/** A page that one may read before one has signed in. */
export const OpenToAll = (): ClassDecorator & MethodDecorator => SetMetadata(OPEN, true);

/** A page for those who have signed in, in this role. */
export const ForRole = (role: string): ClassDecorator & MethodDecorator => SetMetadata(ROLE, role);

/** Deny by default: a page is for citizens who have signed in, and for whoever helps one, unless it says for whom it is; what is posted comes from our own form. */
@Injectable()
export class VisitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly visits: Visits,
    private readonly signedIn: SignedIn,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = context.switchToHttp().getRequest<VisitedRequest>();
    const { visitor } = await this.visits.of(request);
    const places = [context.getHandler(), context.getClass()];
    const isOpen = this.reflector.getAllAndOverride<boolean | undefined>(OPEN, places) === true;
    if (!isOpen && !visitor) {
      await this.#keepPosted(request);
      throw new SignInNeeded();
    }
    const role = this.reflector.getAllAndOverride<string | undefined>(ROLE, places) ?? 'citizen';
    if (!isOpen && !isFor(role, visitor)) throw new WrongRole(visitor?.role);
    if (request.method === 'POST') {
      await readPosted(request);
      if (!this.signedIn.isOurForm(request)) throw new ForeignForm();
    }
    return true;
  }

  /** Whoever was away too long has typed something: once they have signed in again, they go on there. */
  async #keepPosted(request: VisitedRequest): Promise<void> {
    if (request.method !== 'POST' || !this.signedIn.mayKeepForm(request)) return;
    const back = await this.signedIn.keepForm(request, (await readPosted(request)).fields);
    if (back !== undefined) {
      request.visit = { ...visitOf(request), signInAddress: this.signedIn.signInAddress(back) };
    }
  }
}

function isFor(role: string, visitor: Visitor | undefined): boolean {
  if (role === 'citizen' && visitor?.role === 'caseworker') return visitor.actsFor !== undefined;
  return visitor?.role === role;
}
