import { Controller, Get, Inject, Param, UseGuards, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AccessTokens, NSIS } from '#identity';
import { PersonVault } from '#runtime';
import { Open } from '../../../api/src/access/access.js';
import { Unlimited } from '../../../api/src/limits/unlimited.js';
import { EdgeError } from '../../../api/src/problem/edge-error.js';
import { type Sample } from '../sample-people.js';
import { LoopbackGuard } from './loopback.guard.js';

export const SAMPLES = Symbol('sample people');

/** Seconds. */
const LIFETIME = 60 * 60;

/** The developer's door: a token for a sample person, in place of a sign-in, on one's own machine. */
@Open()
@Unlimited()
@UseGuards(LoopbackGuard)
@ApiExcludeController()
@Controller({ version: VERSION_NEUTRAL })
export class DoorController {
  constructor(
    @Inject(SAMPLES) private readonly samples: readonly Sample[],
    private readonly vault: PersonVault,
    private readonly tokens: AccessTokens,
  ) {}

  @Get('people')
  people() {
    return this.samples.map(({ name, roles }) => ({ name, roles }));
  }

  @Get('token/:name')
  async token(@Param('name') asked: string) {
    const sample = this.samples.find(({ name }) => name === asked);
    if (!sample) {
      const names = this.samples.map(({ name }) => name).join(', ');
      throw new EdgeError('no-such-route', `There is no sample person of that name. There are: ${names}.`);
    }
    const bearer = {
      person: await this.vault.personOf(sample.cpr),
      role: sample.roles[0]!,
      ...(sample.authority !== undefined && { authority: sample.authority }),
      acr: NSIS.substantial,
    };
    const token = await this.tokens.sign(bearer, LIFETIME);
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME };
  }
}
