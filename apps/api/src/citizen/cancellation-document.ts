import { ApiProperty } from '@nestjs/swagger';

export class UndoneDocument {
  @ApiProperty({ example: 'cpr.withdrawMove' }) readonly service!: string;
  @ApiProperty({ description: 'What the authority will do' }) readonly text!: string;
  @ApiProperty() readonly authorityName!: string;
}

export class IrreversibleDocument {
  @ApiProperty() readonly service!: string;
  @ApiProperty({ description: 'What was done' }) readonly text!: string;
  @ApiProperty({ description: 'Why it stays done' }) readonly reason!: string;
}

/** What cancelling means, said before anyone confirms it. */
export class CancellationDocument {
  @ApiProperty({ type: [UndoneDocument], description: 'What will be undone, in that order' })
  readonly undone!: readonly UndoneDocument[];
  @ApiProperty({ type: [IrreversibleDocument] }) readonly irreversible!: readonly IrreversibleDocument[];
}
