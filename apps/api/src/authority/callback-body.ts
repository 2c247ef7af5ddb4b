import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { type JsonObject } from '#statechart';
import { ANY_OBJECT } from '../documentation/schemas.js';
import { Verbatim } from '../http/body-validation.js';

/** What an authority says to a dispatch it had accepted. */
export class CallbackBody {
  @ApiProperty({ enum: ['answered', 'refused'] })
  @IsIn(['answered', 'refused'])
  readonly outcome!: 'answered' | 'refused';

  @ApiPropertyOptional({ ...ANY_OBJECT, description: 'The answer, as its contract has it' })
  @IsOptional()
  @IsObject()
  @Verbatim()
  readonly answer?: JsonObject;

  @ApiPropertyOptional({ ...ANY_OBJECT, description: '`code`, one of the contract, and perhaps `detail`' })
  @IsOptional()
  @IsObject()
  @Verbatim()
  readonly refusal?: JsonObject;
}

export class CallbackResult {
  @ApiProperty({
    enum: ['settled', 'duplicate', 'late'],
    description:
      '`duplicate`: it had been settled before. `late`: nobody waits for it any more. Neither changes anything.',
  })
  readonly result!: 'settled' | 'duplicate' | 'late';
}
