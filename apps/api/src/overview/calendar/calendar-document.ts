import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INSTANT } from '../../citizen/document-fields.js';

/** Whether somebody has a private address for their calendar. */
export class CalendarFeedDocument {
  @ApiProperty({
    description: 'Whether there is an address; what is secret in it is told once, when it is made',
  })
  readonly made!: boolean;
  @ApiPropertyOptional({ ...INSTANT, description: 'Since when' }) readonly since?: string;
}

export class NewCalendarFeedDocument {
  @ApiProperty({
    example: 'nC3mU0vKkYp1n5rXlqFq4A8sT6yJdW2eHb9gLzVxQoM',
    description:
      'What is secret in the address. Told once, and kept by nobody: whoever knows it reads your calendar',
  })
  readonly secret!: string;
  @ApiProperty({
    example: '/v1/calendar/nC3mU0vKkYp1n5rXlqFq4A8sT6yJdW2eHb9gLzVxQoM/calendar.ics',
    description: 'The address, below that of this API',
  })
  readonly path!: string;
  @ApiProperty(INSTANT) readonly since!: string;
}
