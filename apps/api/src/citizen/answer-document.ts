import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf } from '../paging/page.js';
import { INSTANT } from './document-fields.js';
import { ShownDocument } from './task-document.js';

/** Something that the reader has sent. */
export class AnswerDocument {
  @ApiProperty({
    example: 'FLY-7K3M-2Q9X-D4TN/Zc1xQh0m8Jv3nB2rT5sK9w',
    description: 'Number of the receipt: the case, and this answer in it',
  })
  readonly receipt!: string;
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty({ example: 'declareMove' }) readonly task!: string;
  @ApiPropertyOptional({ description: 'The section that it is in' }) readonly section?: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ example: 'submit' }) readonly event!: string;
  @ApiProperty({ description: 'What was on the button' }) readonly label!: string;
  @ApiProperty({ type: [ShownDocument], description: 'What was filled in, in words' })
  readonly fields!: readonly ShownDocument[];
}

/** A page of what the reader has sent, newest first. */
export class AnswerPage extends PageOf(AnswerDocument) {}
