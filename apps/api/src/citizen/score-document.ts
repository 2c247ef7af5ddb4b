import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class IndicatorDocument {
  @ApiProperty({ example: '2a.4', description: 'As the questionnaire numbers it' }) readonly id!: string;
  @ApiProperty() readonly question!: string;
  @ApiPropertyOptional({ enum: [0, 1], description: 'Absent where it is open' }) readonly value?: 0 | 1;
  @ApiPropertyOptional({ description: 'Why it has this value' }) readonly reason?: string;
  @ApiPropertyOptional({ description: 'Why a definition cannot tell' }) readonly open?: string;
}

export class IndicatorGroupDocument {
  @ApiProperty({ example: '2a' }) readonly id!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Where the questions stand' }) readonly source!: string;
  @ApiPropertyOptional({
    minimum: 0,
    maximum: 100,
    description: 'Percent of what is not open; absent where all is',
  })
  readonly score?: number;
  @ApiProperty({ type: [IndicatorDocument] }) readonly indicators!: readonly IndicatorDocument[];
}

export class PrincipleDocument {
  @ApiProperty({ example: '3' }) readonly id!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Where the principle stands' }) readonly source!: string;
  @ApiProperty({ description: 'So many of `whole` go along with it' }) readonly part!: number;
  @ApiProperty() readonly whole!: number;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ type: [String], description: 'Which: names of rules, steps, tasks, fields or services' })
  readonly names!: readonly string[];
}

export class ScoreDocument {
  @ApiProperty({ example: 'moving' }) readonly id!: string;
  @ApiProperty({ format: 'date', description: 'The version that is scored' }) readonly effective!: string;
  @ApiProperty({ minimum: 0, maximum: 100, description: 'Mean of the groups, in percent' })
  readonly score!: number;
  @ApiProperty({ type: [IndicatorGroupDocument], description: 'The eGovernment Benchmark of the EU' })
  readonly groups!: readonly IndicatorGroupDocument[];
  @ApiProperty({
    type: [PrincipleDocument],
    description: 'The seven principles of digital-ready legislation',
  })
  readonly principles!: readonly PrincipleDocument[];
}
