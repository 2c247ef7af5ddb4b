import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';

export class StartJourney {
  @ApiProperty({ example: 'moving', description: 'Id of a definition; see GET /v1/definitions' })
  @IsString()
  @MaxLength(64)
  @Matches(/^[a-zA-Z][a-zA-Z0-9-]*$/, { message: 'must be the id of a definition' })
  readonly definition!: string;
}
