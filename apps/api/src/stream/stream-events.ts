import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { HappeningDocument } from '../citizen/journey-document.js';

/** Something has happened; its data is JSON. */
export class HappenedEvent {
  @ApiProperty({ enum: ['happened'] }) readonly event!: 'happened';
  @ApiProperty({ description: 'To be sent as Last-Event-ID' }) readonly id!: string;
  @ApiProperty({ type: HappeningDocument }) readonly data!: HappeningDocument;
}

/** The journey has ended, and nothing more will happen. */
export class OverEvent {
  @ApiProperty({ enum: ['over'] }) readonly event!: 'over';
}

/** Media type of the stream: the schema is that of each of its events, for OpenAPI 3.1 has no word for a sequence (3.2: `itemSchema`). */
export const EVENT_STREAM = {
  schema: { oneOf: [HappenedEvent, OverEvent].map(event => ({ $ref: getSchemaPath(event) })) },
};
