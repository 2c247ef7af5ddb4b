import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeyRing } from '#identity';
import { Open } from '../access/access.js';
import { ANY_OBJECT } from '../documentation/schemas.js';

/** *JWKS* (RFC 7517): by which keys our access tokens are signed, the ones before the newest included. */
@Open()
@ApiTags('face')
@Controller({ path: '.well-known/jwks.json', version: VERSION_NEUTRAL })
export class KeysController {
  constructor(private readonly ring: KeyRing) {}

  @Get()
  @ApiOperation({ summary: 'The public keys of our access tokens' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['keys'],
      properties: { keys: { type: 'array', items: ANY_OBJECT } },
    },
  })
  keys(): ReturnType<KeyRing['published']> {
    return this.ring.published();
  }
}
