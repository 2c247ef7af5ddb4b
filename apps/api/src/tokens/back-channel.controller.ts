import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { EndedSessions, IdTokenVerifier } from '#identity';
import { Open } from '../access/access.js';
import { FACE_SECRETS } from '../access/face-secrets.js';
import { FormBody } from '../http/body/form-body.js';
import { Problems } from '../problem/problems.decorator.js';

export class SignOutRequest {
  @ApiProperty({ description: 'Logout token of the issuer that signs people in' })
  @IsString()
  @MaxLength(16_384)
  readonly logout_token!: string;
}

/** *Back-channel logout*: the issuer says that a sign-in is over, for all faces. What it sends proves itself. */
@Open()
@ApiTags('face')
@Controller('tokens/sign-out')
export class BackChannelController {
  constructor(
    private readonly idTokens: IdTokenVerifier,
    private readonly ended: EndedSessions,
    @Inject(FACE_SECRETS) private readonly faces: Readonly<Record<string, string>>,
  ) {}

  @Post()
  @HttpCode(204)
  @FormBody()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({ summary: 'End every session that came of a sign-in which is over' })
  @ApiNoContentResponse({ description: 'They have ended' })
  @Problems('malformed-token', 'invalid', 'malformed-request')
  async end(@Body() { logout_token: token }: SignOutRequest): Promise<void> {
    const signIn = await this.idTokens.endedSignIn(token, Object.keys(this.faces));
    await this.ended.endSignIn(signIn);
  }
}
