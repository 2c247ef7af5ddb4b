import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { Confirming } from './confirming.js';

export class StartJourney extends Confirming {
  @ApiProperty({ example: 'moving', description: 'Id of a definition; see GET /v1/definitions' })
  @IsString()
  @MaxLength(64)
  @Matches(/^[a-zA-Z][a-zA-Z0-9-]*$/, { message: 'must be the id of a definition' })
  readonly definition!: string;
}
