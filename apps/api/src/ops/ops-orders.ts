import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { type JsonObject } from '#statechart';
import { ANY_OBJECT } from '../documentation/schemas.js';
import { Verbatim } from '../http/body-validation.js';

/** Why ops intervene; kept in the audit log. No personal data belongs in it. */
export class Reason {
  @ApiProperty({
    minLength: 3,
    maxLength: 500,
    description: 'Why. Write nothing personal: it is readable for ops.',
  })
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  readonly reason!: string;
}

export class Resolution extends Reason {
  @ApiProperty({
    ...ANY_OBJECT,
    description: 'What the authority has answered by another way; fits its contract',
  })
  @IsObject()
  @Verbatim()
  readonly answer!: JsonObject;
}

export class Resumption extends Reason {
  @ApiPropertyOptional({
    default: false,
    description: 'Whether what was given up because the authority was out of reach is tried again, too',
  })
  @IsOptional()
  @IsBoolean()
  readonly parked?: boolean;
}
