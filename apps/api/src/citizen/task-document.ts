import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_OBJECT } from '../documentation/schemas.js';
import { AUTHORITY_NAME } from './authority-name-property.js';
import { type Choice, TASK_KINDS, type TaskKind } from '#journey';
import { FormDocument } from './form-document.js';
import { INSTANT, LAST_DAY_FIELD } from './document-fields.js';

export class DisclosedToDocument {
  @ApiProperty({ example: 'cpr.registerMove' }) readonly service!: string;
  @ApiProperty({ description: 'What the authority does, as a sentence that names it' })
  readonly text!: string;
  @ApiProperty({ example: 'cpr' }) readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
}

export class TaskEventDocument {
  @ApiProperty({ example: 'submit' }) readonly event!: string;
  @ApiProperty({ description: 'What is on the button' }) readonly label!: string;
  @ApiProperty({ description: 'Whether it carries the data of the form' }) readonly withData!: boolean;
  @ApiPropertyOptional({
    description: 'Whether what is asked of authorities at once can be undone; absent when nothing is',
  })
  readonly undoable?: boolean;
  @ApiPropertyOptional({ type: [String], description: 'Why something of it cannot be undone' })
  readonly irreversible?: readonly string[];
  @ApiProperty({
    type: [DisclosedToDocument],
    description: 'Who may be given data at once; what follows on later steps is not among them',
  })
  readonly discloses!: readonly DisclosedToDocument[];
}

export class ShownDocument {
  @ApiProperty({ example: 'address' }) readonly name!: string;
  @ApiProperty({ example: 'New address' }) readonly label!: string;
  @ApiProperty({ example: 'Strandvejen 8, 8240 Risskov' }) readonly value!: string;
}

export class OfferedPersonDocument {
  @ApiProperty({ example: '~cM3nU0vKkYp1n5rXlqFq4A', description: 'To be sent in place of a CPR number' })
  readonly value!: string;
  @ApiProperty({
    example: 'Ida Holm, born 9 December 2019',
    description: 'The name, as far as you may know it, and the day of birth',
  })
  readonly label!: string;
}

export class SavedDraftDocument {
  @ApiProperty({ ...INSTANT, description: 'When you last saved it' }) readonly savedAt!: string;
}

export class TaskDocument {
  @ApiProperty({
    description: 'Id of the task, for POST …/tasks/{task}',
    example: 'underWay.housingBenefit.offered',
  })
  readonly task!: string;
  @ApiProperty({
    enum: TASK_KINDS,
    description:
      '`must`: the journey waits for it; `may`: it is offered; `standing`: a door that stands open',
  })
  readonly kind!: TaskKind;
  @ApiProperty({ description: 'Whether it is there to appeal a decision' }) readonly appeals!: boolean;
  @ApiPropertyOptional({ description: 'The section that it is in' }) readonly section?: string;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional() readonly help?: string;
  @ApiProperty() readonly role!: string;
  @ApiProperty({ type: [ShownDocument], description: 'What it is about, in the order to show' })
  readonly shows!: readonly ShownDocument[];
  @ApiProperty({ ...INSTANT, description: 'Since when it is open' }) readonly since!: string;
  @ApiPropertyOptional({ ...INSTANT, description: 'The instant after the last on which it may be done' })
  readonly due?: string;
  @ApiPropertyOptional(LAST_DAY_FIELD) readonly lastDay?: string;
  @ApiPropertyOptional({ description: 'What happens if nothing is done' }) readonly ifNothing?: string;
  @ApiProperty({ type: [TaskEventDocument] }) readonly events!: readonly TaskEventDocument[];
  @ApiPropertyOptional({ type: FormDocument }) readonly form?: FormDocument;
  @ApiPropertyOptional({
    type: SavedDraftDocument,
    description: 'What you have filled in so far; GET …/draft',
  })
  readonly draft?: SavedDraftDocument;
  @ApiPropertyOptional({
    description: 'What is known already, by field; persons by a value of `persons`',
    ...ANY_OBJECT,
  })
  readonly prefill?: unknown;
  @ApiPropertyOptional({
    description: 'The only values that a field takes, by field',
    type: 'object',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'object',
        required: ['value', 'label'],
        properties: { value: {}, label: {} },
      },
    },
  })
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
  @ApiPropertyOptional({
    type: [OfferedPersonDocument],
    description: 'The persons of `prefill` and `choices`',
  })
  readonly persons?: readonly OfferedPersonDocument[];
}

export class OthersTaskDocument {
  @ApiProperty() readonly task!: string;
  @ApiProperty({ enum: ['must', 'may'] }) readonly kind!: TaskKind;
  @ApiPropertyOptional({ description: 'The section that it is in' }) readonly section?: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Who must do it', example: 'partner' }) readonly role!: string;
  @ApiProperty({ example: 'your partner', description: 'What they are called within a sentence' })
  readonly roleName!: string;
  @ApiPropertyOptional({
    type: [String],
    description: 'The names of those who are waited for, as far as you may know them',
  })
  readonly names?: readonly string[];
  @ApiPropertyOptional(INSTANT) readonly due?: string;
  @ApiPropertyOptional(LAST_DAY_FIELD) readonly lastDay?: string;
}
