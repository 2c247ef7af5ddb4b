import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { iso } from '#calendar';
import { type Incident } from '#runtime';
import { PageOf } from '../paging/page.js';
import { ServiceTitle } from './service-titles.js';

const INSTANT = { format: 'date-time' };

/** Dispatches to one service that fail for the same cause: given up, or waiting for their next attempt. */
export class OpsIncident extends ServiceTitle {
  @ApiProperty({ example: 'cpr.registerMove' }) readonly service!: string;
  @ApiProperty({ description: 'Code of the last failure', example: 'unreachable' }) readonly cause!: string;
  @ApiProperty({ description: 'What was said of one of them' }) readonly message!: string;
  @ApiProperty({ description: 'How many were given up' }) readonly parked!: number;
  @ApiProperty({ description: 'How many wait for their next attempt' }) readonly waiting!: number;
  @ApiProperty({ description: 'How many journeys they belong to' }) readonly journeys!: number;
  @ApiProperty({ type: [String], description: 'Ids of the authorities that are asked' })
  readonly authorities!: readonly string[];
  @ApiProperty({ ...INSTANT, description: 'When the oldest of them was asked for, in calendar time' })
  readonly firstSeenAt!: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description: 'When the first of those that wait is tried, in wall time; absent when none waits',
  })
  readonly nextAttemptAt?: string;
}

/** Largest first. */
export class OpsIncidentPage extends PageOf(OpsIncident) {}

export function opsIncident(incident: Incident, title: ServiceTitle): OpsIncident {
  const { oldest, nextAttempt, ...rest } = incident;
  return {
    ...rest,
    ...title,
    firstSeenAt: iso(oldest),
    ...(nextAttempt !== undefined && { nextAttemptAt: iso(nextAttempt) }),
  };
}
