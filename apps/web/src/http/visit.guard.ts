import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Face, FACES } from '../faces.js';
import { SignedIn, type Visitor } from '../session/signed-in.js';
import { ForeignForm, SignInNeeded, WrongRole } from './refusals.js';
import { readPosted } from './posted.js';
import { type VisitedRequest, visitOf } from './visited-request.js';
import { Visits } from './visits.js';

const OPEN = 'open to all';

const FACE = 'of a face';

/** The faces that a page is of; one that does not say is the citizens'. */
export const OfFace = (...faces: readonly Face[]): ClassDecorator & MethodDecorator =>
  SetMetadata(FACE, faces);

/** A page of whoever has signed in. */
export const OfEveryFace = (): ClassDecorator & MethodDecorator => OfFace(...FACES);

/** A page that one may read before one has signed in. */
export const OpenToAll = (): ClassDecorator & MethodDecorator => SetMetadata(OPEN, true);

/** Deny by default: a page is for those who have signed in to its face, unless it says that it is open; what is posted comes from our own form. */
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
      throw new SignInNeeded(await this.#keepPosted(request));
    }
    const faces = this.reflector.getAllAndOverride<readonly Face[] | undefined>(FACE, places) ?? ['citizen'];
    if (!isOpen && visitor && !mayVisit(faces, visitor)) throw new WrongRole(faces[0]!, visitor.role);
    if (request.method === 'POST') {
      await readPosted(request);
      if (!this.signedIn.isOurForm(request)) throw new ForeignForm();
    }
    return true;
  }

  /** Whoever was away too long has typed something: once they have signed in again, they go on there. */
  async #keepPosted(request: VisitedRequest): Promise<boolean> {
    if (request.method !== 'POST' || !this.signedIn.mayKeepForm(request)) return false;
    const back = await this.signedIn.keepForm(request, (await readPosted(request)).fields);
    if (back === undefined) return false;
    request.visit = { ...visitOf(request), signInAddress: this.signedIn.signInAddress(back) };
    return true;
  }
}

/** Whoever helps a citizen sees the pages of citizens. */
function mayVisit(faces: readonly Face[], { role, actsFor }: Visitor): boolean {
  if (role === 'caseworker' && actsFor && faces.includes('citizen')) return true;
  return faces.some(face => face === role);
}
