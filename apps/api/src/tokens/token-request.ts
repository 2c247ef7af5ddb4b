import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const REFRESH = 'refresh_token';
const GRANT_TYPES = [TOKEN_EXCHANGE, REFRESH] as const;
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';

const exchanges = ({ grant_type: type }: TokenRequest): boolean => type === TOKEN_EXCHANGE;
const renews = ({ grant_type: type }: TokenRequest): boolean => type === REFRESH;

/** What a face sends: an ID token to be exchanged, or what renews a session. */
export class TokenRequest {
  @ApiProperty({ enum: GRANT_TYPES })
  @IsIn(GRANT_TYPES)
  readonly grant_type!: (typeof GRANT_TYPES)[number];

  @ApiPropertyOptional({ description: 'The ID token, to be exchanged within five minutes, once' })
  @ValidateIf(exchanges)
  @IsString()
  @MaxLength(16_384)
  readonly subject_token?: string;

  @ApiPropertyOptional({ enum: [ID_TOKEN] })
  @ValidateIf(exchanges)
  @IsIn([ID_TOKEN])
  readonly subject_token_type?: string;

  @ApiPropertyOptional({
    example: 'citizen',
    description:
      'Roles, with spaces: the token is of the first that the ID token gives; absent: of the first of all that it gives',
  })
  @IsOptional()
  @Matches(/^[a-z-]{1,32}( [a-z-]{1,32}){0,7}$/, {
    message: 'must be names of roles, with a space between them',
  })
  readonly scope?: string;

  @ApiPropertyOptional({ description: 'What renews a session, as it was given when the session began' })
  @ValidateIf(renews)
  @IsString()
  @MaxLength(256)
  readonly refresh_token?: string;
}
