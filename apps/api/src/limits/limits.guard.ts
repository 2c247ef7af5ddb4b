import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { bearerOf } from '#identity';
import { type KnownRequest } from '../access/calling.js';
import { clientAddress } from '../http/client-address.js';
import { PSEUDONYMS, Pseudonyms } from '../http/pseudonyms.js';
import { type RateName } from './limit-settings.js';
import { LIMITED } from './limited.js';
import { RateLimits } from './rate-limits.js';
import { UNLIMITED } from './unlimited.js';

/**
 * Rate-limiting guard: counts every request once it is known who is calling: a person wherever they come from, anyone else by address. Authorities are
 * not limited: what they answer was asked of them. Nor are faces: all who sign in come through them.
 */
@Injectable()
export class LimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const places = [context.getHandler(), context.getClass()];
    const limited = this.reflector.getAllAndOverride<RateName | undefined>(LIMITED, places);
    const unlimited = this.reflector.getAllAndOverride<boolean | undefined>(UNLIMITED, places);
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const { caller, authority, face } = request;
    if (unlimited || authority !== undefined || face !== undefined) return true;
    if (caller) {
      const names: readonly RateName[] = limited === undefined ? ['requests'] : ['requests', limited];
      await this.limits.use(names, this.pseudonyms.of('person', bearerOf(caller)));
    } else {
      await this.limits.use(['anonymous'], this.pseudonyms.of('address', clientAddress(request)));
    }
    return true;
  }
}
