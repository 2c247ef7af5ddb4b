import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OUTCOME_KINDS, type OutcomeKind } from '#journey';
import { SECTION_STATUSES, type SectionStatus } from '#runtime';
import { LAST_DAY_FIELD } from './document-fields.js';

/** What something has come to. */
export class OutcomeDocument {
  @ApiProperty({ enum: OUTCOME_KINDS, description: 'Whether it succeeded' }) readonly is!: OutcomeKind;
  @ApiProperty({ example: 'Your address is registered from 1 March 2026' }) readonly text!: string;
}

/** What comes next: a task of the reader's, or what is waited for. */
export class NextDocument {
  @ApiProperty() readonly text!: string;
  @ApiPropertyOptional({ description: 'The task, when it is yours' }) readonly task?: string;
  @ApiPropertyOptional({
    example: 'cpr.birthRegistered',
    description: 'The report that is waited for: what it tells of has yet to happen, or to be registered',
  })
  readonly awaits?: string;
  @ApiPropertyOptional(LAST_DAY_FIELD) readonly lastDay?: string;
}

export class SectionDocument {
  @ApiProperty({ example: 'housingBenefit', description: 'Tasks and the like name it' })
  readonly section!: string;
  @ApiProperty({ example: 'Housing benefit' }) readonly title!: string;
  @ApiProperty({
    enum: SECTION_STATUSES,
    description:
      '`later`: it has not come to it; `yours`: it waits for you; `theirs`: for others; `done`, `refused`, `notNeeded`: it is over',
  })
  readonly status!: SectionStatus;
  @ApiProperty({
    type: [OutcomeDocument],
    description: 'What it has come to so far; of several, one for each child and the like',
  })
  readonly outcomes!: readonly OutcomeDocument[];
  @ApiPropertyOptional({ type: NextDocument }) readonly next?: NextDocument;
}
