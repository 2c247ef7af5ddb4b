import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from './authority-name-property.js';

export class UndoneDocument {
  @ApiProperty({ example: 'cpr.withdrawMove' }) readonly service!: string;
  @ApiProperty({ description: 'What the authority will do, as a sentence that names it' })
  readonly text!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
}

export class IrreversibleDocument {
  @ApiProperty() readonly service!: string;
  @ApiProperty({ description: 'What was done' }) readonly text!: string;
  @ApiProperty({ description: 'Why it stays done' }) readonly reason!: string;
}

export class GoesOnDocument {
  @ApiProperty({ example: 'moving', description: 'Id of a definition' }) readonly definition!: string;
  @ApiProperty({ description: 'Its title' }) readonly title!: string;
  @ApiPropertyOptional({ description: 'Its id, when it is yours' }) readonly journey?: string;
}

/** What cancelling means, said before anyone confirms it. */
export class CancellationDocument {
  @ApiProperty({ type: [UndoneDocument], description: 'What will be undone, in that order' })
  readonly undone!: readonly UndoneDocument[];
  @ApiProperty({ type: [IrreversibleDocument] }) readonly irreversible!: readonly IrreversibleDocument[];
  @ApiProperty({
    type: [GoesOnDocument],
    description: 'Journeys that this one has started. Each is a journey of its own, and goes on',
  })
  readonly goesOn!: readonly GoesOnDocument[];
}
