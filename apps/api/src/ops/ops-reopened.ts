import { ApiProperty } from '@nestjs/swagger';

/** *Bulk operation bound*: dispatches that one order tries anew. At the rate at which they are rung, they take twenty seconds. */
export const MOST_REOPENED = 1_000;

/** What came of an order for many. */
export class OpsReopened {
  @ApiProperty({ description: 'How many dispatches are tried now, one after the other' })
  readonly rung!: number;
  @ApiProperty({ description: 'How many were left for a further order' })
  readonly left!: number;
  @ApiProperty({
    description: 'How many more an earlier order is trying now; they are not taken a second time',
  })
  readonly underWay!: number;
  @ApiProperty({
    type: [String],
    description: 'Ids of the cases that they belong to; it is kept with each that it was tried anew',
  })
  readonly journeys!: readonly string[];
}
