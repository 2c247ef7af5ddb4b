import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** The journey that something belongs to. */
export class OverviewCaseDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'Moving' }) readonly title!: string;
  @ApiPropertyOptional({ description: 'What tells it from your other journeys of its kind' })
  readonly label?: string;
  @ApiProperty({ example: 'FLY-7K3M-2Q9X-D4TN', description: 'The number of the case, for people' })
  readonly reference!: string;
  @ApiProperty({ description: 'Whether nobody is to be disturbed with it, as after a loss' })
  readonly quiet!: boolean;
}
