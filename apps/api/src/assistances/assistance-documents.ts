import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ASSISTANCE_REASONS, type AssistanceReason, type Identification, IDENTIFICATIONS } from '#runtime';

const IDENTIFIED =
  '`counter`: the person is there and has shown an ID. `letter`: they have sent a letter that they have signed';

/** Whom a caseworker helps, and how they know who it is. */
export class BeginAssistance {
  @ApiPropertyOptional({
    example: '3006501234',
    description: 'The CPR number of the person, with or without a hyphen; left out of somebody who has none',
  })
  @IsOptional()
  @Matches(/^\d{6}-?\d{4}$/, { message: 'must be a CPR number of ten digits, DDMMYYXXXX' })
  readonly cpr?: string;

  @ApiPropertyOptional({
    example: 'BRY-7K3M-2Q9X-D4TN',
    description:
      'Of somebody without a CPR number, the number of their case, as it stands on a letter to them',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly reference?: string;

  @ApiPropertyOptional({
    example: 'Maria Silva',
    maxLength: 140,
    description: 'Of somebody without a CPR number, their name, as it stands on a letter to them',
  })
  @IsOptional()
  @IsString()
  @MaxLength(140)
  readonly name?: string;

  @ApiProperty({ enum: IDENTIFICATIONS, description: IDENTIFIED })
  @IsIn(IDENTIFICATIONS)
  readonly identified!: Identification;

  @ApiPropertyOptional({ format: 'date', description: 'The day on which the letter was received' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a date, YYYY-MM-DD' })
  readonly receivedOn?: string;

  @ApiProperty({
    enum: ASSISTANCE_REASONS,
    description:
      '`exempt`: from Digital Post. `noSignIn`: they have no MitID. `wishesHelp`: they ask for help. Nothing more is asked',
  })
  @IsIn(ASSISTANCE_REASONS)
  readonly reason!: AssistanceReason;
}

/** A caseworker helps a person today. */
export class AssistanceDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid', description: 'To be named in On-Behalf-Of' }) readonly person!: string;
  @ApiProperty({
    example: '300650-****',
    description: 'Their CPR number, as far as it is shown; of somebody who has none, their name',
  })
  readonly name!: string;
  @ApiProperty({ enum: IDENTIFICATIONS, description: IDENTIFIED }) readonly identified!: Identification;
  @ApiPropertyOptional({ format: 'date' }) readonly receivedOn?: string;
  @ApiProperty({ enum: ASSISTANCE_REASONS }) readonly reason!: AssistanceReason;
  @ApiProperty({ example: 'Vejle Municipality', description: 'Where you work' })
  readonly authorityName!: string;
  @ApiProperty({ format: 'date-time' }) readonly from!: string;
  @ApiProperty({ format: 'date-time', description: 'When it ends by itself: at midnight' })
  readonly until!: string;
}

export class AssistanceList {
  @ApiProperty({ type: [AssistanceDocument], description: 'The newest first' })
  readonly items!: readonly AssistanceDocument[];
}
