import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

const INSTANT = { format: 'date-time', example: '2027-01-01T00:00:00.000Z' };

/** The calendar clock. */
export class ClockDocument {
  @ApiProperty({ ...INSTANT, description: 'What it tells' }) readonly now!: string;
  @ApiProperty({ format: 'date', example: '2027-01-01', description: 'The day that it is in Denmark' })
  readonly today!: string;
  @ApiProperty({ description: 'Whether it goes at the pace of the wall clock; if not, it stands' })
  readonly runs!: boolean;
  @ApiPropertyOptional({ ...INSTANT, description: 'When something happens by itself next' })
  readonly next?: string;
}

/** The calendar clock after it was moved. */
export class ClockMovedDocument extends ClockDocument {
  @ApiProperty({
    type: [String],
    description: 'Where it stood on the way because something was due, until all was done',
  })
  readonly stops!: readonly string[];
}

/** How to move it: by one of `to` and `by`, or neither to let it stand or run. */
export class ClockMove {
  @ApiPropertyOptional({
    description: '`next`, when something happens by itself; a day, when it begins; or an instant',
    example: '2027-01-01',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  to?: string;

  @ApiPropertyOptional({ description: 'A period, by the Danish calendar', example: 'P14D' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  by?: string;

  @ApiPropertyOptional({ description: 'Whether it then goes on at the pace of the wall clock, or stands' })
  @IsOptional()
  @IsBoolean()
  runs?: boolean;
}
