import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { WrongRole } from '../../http/refusals.js';
import { type VisitedRequest, visitOf } from '../../http/visited-request.js';

/** Lets in whoever helps somebody. */
@Injectable()
export class HelpingGuard implements CanActivate {
  canActivate(context: ExecutionContext): true {
    const { visitor } = visitOf(context.switchToHttp().getRequest<VisitedRequest>());
    if (visitor?.actsFor?.helpedBy === undefined) throw new WrongRole('citizen', visitor?.role);
    return true;
  }
}
