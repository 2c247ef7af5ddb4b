import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_OBJECT } from '../../documentation/schemas.js';
import { INSTANT } from '../document-fields.js';
import { TaskDocument } from '../task-document.js';

export const EXAMPLE_LINES = ['participant', 'authority', 'time', 'journey', 'message', 'outcome'] as const;

export class ExampleLineDocument {
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty({
    enum: EXAMPLE_LINES,
    description: 'Who moved it; `message`: it is written to the applicant; `outcome`: it came of it',
  })
  readonly kind!: (typeof EXAMPLE_LINES)[number];
  @ApiProperty({ description: 'One or two sentences, or the subject of the message' }) readonly text!: string;
  @ApiPropertyOptional({ description: 'Of a message' }) readonly body?: string;
}

export class ExampleAnswerDocument {
  @ApiProperty({ type: TaskDocument, description: 'As the applicant reads it; nobody can answer it here' })
  readonly task!: TaskDocument;
  @ApiProperty({ description: 'What is on the button that they press' }) readonly choice!: string;
  @ApiProperty({ ...ANY_OBJECT, description: 'What they fill in, by field' })
  readonly data!: unknown;
}

/** What the applicant does, and what comes of it until they do something again. */
export class ExampleStepDocument {
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiPropertyOptional({ type: ExampleAnswerDocument, description: 'Absent at the beginning' })
  readonly answer?: ExampleAnswerDocument;
  @ApiProperty({ type: [ExampleLineDocument] }) readonly lines!: readonly ExampleLineDocument[];
}

/** A way through the journey with people who are made up, as the applicant sees it. Nothing of it has happened. */
export class ExampleDocument {
  @ApiProperty({ example: 'moving' }) readonly id!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Content hash of the version; the example changes with it alone' })
  readonly hash!: string;
  @ApiProperty({ description: 'What the applicant is called', example: 'Anna' }) readonly applicant!: string;
  @ApiProperty({ type: [ExampleStepDocument] }) readonly steps!: readonly ExampleStepDocument[];
}
