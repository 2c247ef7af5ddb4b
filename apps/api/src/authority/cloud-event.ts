import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_OBJECT } from '../documentation/schemas.js';

/** CloudEvents 1.0 in structured JSON, as far as it is read; other attributes may be there and are ignored. */
export class CloudEvent {
  @ApiProperty({ enum: ['1.0'] }) readonly specversion!: '1.0';
  @ApiProperty({ description: 'The same for each delivery of the same event', maxLength: 128 })
  readonly id!: string;
  @ApiPropertyOptional({ example: '/cpr' }) readonly source?: string;
  @ApiProperty({ example: 'cpr.birthRegistered' }) readonly type!: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly time?: string;
  @ApiProperty({ ...ANY_OBJECT, description: 'As the contract of the event has it' })
  readonly data!: unknown;
}
