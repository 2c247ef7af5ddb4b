import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** An access token and the session that it is of (RFC 8693, section 2.2.1). */
export class TokenDocument {
  @ApiProperty({ description: 'For this API, as "Authorization: Bearer …"' }) readonly access_token!: string;
  @ApiProperty({ enum: ['urn:ietf:params:oauth:token-type:access_token'] })
  readonly issued_token_type!: string;
  @ApiProperty({ enum: ['Bearer'] }) readonly token_type!: string;
  @ApiProperty({ type: 'integer', description: 'Seconds for which the access token is good', example: 600 })
  readonly expires_in!: number;
  @ApiProperty({ example: 'citizen', description: 'The one role that it gives' }) readonly scope!: string;
  @ApiPropertyOptional({ description: 'Renews the session; given once, when it begins' })
  readonly refresh_token?: string;
  @ApiProperty({ format: 'uuid', description: 'The person, as they are known here' })
  readonly person!: string;
  @ApiProperty({ format: 'uuid', description: 'The session; see /v1/sessions' }) readonly session!: string;
  @ApiProperty({ format: 'date-time', description: 'When the session ends, however much it is used' })
  readonly session_ends_at!: string;
}
