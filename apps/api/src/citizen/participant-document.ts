import { ApiProperty } from '@nestjs/swagger';

export class ParticipantDocument {
  @ApiProperty({ example: 'partner' }) readonly role!: string;
  @ApiProperty({ example: 'your partner', description: 'What the role is called within a sentence' })
  readonly roleName!: string;
  @ApiProperty({
    example: 'Bo Holm',
    description: 'The name, as far as you may know it; else what the role is called',
  })
  readonly name!: string;
  @ApiProperty({ description: 'Is spoken of and never acts' }) readonly subject!: boolean;
  @ApiProperty({ description: 'Whether it is you' }) readonly you!: boolean;
}
