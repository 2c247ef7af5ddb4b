import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from './authority-name-property.js';
import { IsOptional, IsUUID } from 'class-validator';
import { PageOf } from '../paging/page.js';
import { PageQuery } from '../paging/page-query.js';

export class DisclosureQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of this journey alone, also what was about others' })
  @IsOptional()
  @IsUUID('all')
  readonly journey?: string;
}

export class DisclosedCategory {
  @ApiProperty({ example: 'address' }) readonly category!: string;
  @ApiProperty({ example: 'Adresse' }) readonly name!: string;
  @ApiPropertyOptional({
    example: 'Det Centrale Personregister (CPR)',
    description:
      'The register that holds them for the whole country, where that is another authority: it is asked to correct them',
  })
  readonly heldBy?: string;
}

/** Which data, to whom, when, for what, on which ground; or who has looked. */
export class DisclosureDocument {
  @ApiPropertyOptional({
    description: 'Opaque. Present where a correction can be asked for: see POST /v1/corrections',
    example: '0195a6c0-0000-7000-8000-000000000001.Zc1xQh0m8Jv3nB2rT5sK9w',
  })
  readonly id?: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({
    enum: ['given', 'looked', 'helped', 'acted'],
    description:
      '`given`: an authority was given data. `looked`: somebody who takes no part has seen the journey. `helped`: a caseworker could see and do what you can. `acted`: they did something for you',
  })
  readonly kind!: 'given' | 'looked' | 'helped' | 'acted';
  @ApiPropertyOptional({
    format: 'uuid',
    description:
      "Absent of help, of a correction and of what belongs to no case, in somebody else's case, or in a step of a case that is not yours to see: then nothing is said of the case",
  })
  readonly journey?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'When the help was, or will be, over' })
  readonly until?: string;
  @ApiPropertyOptional({ description: 'What the journey is called' }) readonly title?: string;
  @ApiProperty({ description: 'One sentence for people' }) readonly text!: string;
  @ApiPropertyOptional({ description: 'Path of the state that asked, or of the task' })
  readonly step?: string;
  @ApiPropertyOptional({ example: 'cpr.registerMove' }) readonly service?: string;
  @ApiPropertyOptional({ example: 'cpr' }) readonly authority?: string;
  @ApiPropertyOptional(AUTHORITY_NAME) readonly authorityName?: string;
  @ApiPropertyOptional({ enum: ['municipal', 'regional', 'state'] }) readonly tier?: string;
  @ApiPropertyOptional({ type: [DisclosedCategory] }) readonly categories?: readonly DisclosedCategory[];
  @ApiPropertyOptional({ example: 'CPR Act, section 12' }) readonly ground?: string;
  @ApiPropertyOptional({ example: '6(1)(e)', description: 'Article of the GDPR' }) readonly gdpr?: string;
  @ApiPropertyOptional({ description: 'Whether you are among those whose data it is' })
  readonly aboutYou?: boolean;
  @ApiPropertyOptional({ description: 'Who did for you what led to it, under a mandate; one sentence' })
  readonly doneForYou?: string;
  @ApiPropertyOptional({
    enum: ['underWay', 'given', 'unsure'],
    description: '`underWay`: it is being sent. `unsure`: it was stopped and may have arrived',
  })
  readonly stage?: 'underWay' | 'given' | 'unsure';
}

/** A page, newest first; it may hold fewer items than were asked for. */
export class DisclosurePage extends PageOf(DisclosureDocument) {}
