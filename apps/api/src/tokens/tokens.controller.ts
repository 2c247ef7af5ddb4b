import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallingFace, RegisteredFace } from '../access/registered-face.js';
import { FormBody } from '../http/body/form-body.js';
import { Problems } from '../problem/problems.decorator.js';
import { TokenDocument } from './token-document.js';
import { TokenExchange } from './token-exchange.js';
import { TOKEN_EXCHANGE, TokenRequest } from './token-request.js';

@RegisteredFace()
@ApiTags('face')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: TokenExchange) {}

  /** The only route that takes a token of the issuer that signs people in. */
  @Post()
  @HttpCode(200)
  @FormBody()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({ summary: 'Exchange an ID token for an access token, or renew a session' })
  @ApiOkResponse({ type: TokenDocument })
  @Problems('malformed-request', 'grant-refused', 'weak-sign-in', 'forged-token', 'forbidden', 'invalid')
  give(@Body() request: TokenRequest, @CallingFace() face: string): Promise<TokenDocument> {
    return request.grant_type === TOKEN_EXCHANGE
      ? this.tokens.exchange(request.subject_token!, face, request.scope)
      : this.tokens.renew(request.refresh_token!, face);
  }
}
