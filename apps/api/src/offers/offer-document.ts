import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from '../citizen/authority-name-property.js';
import { IsIn } from 'class-validator';
import { OFFER_ANSWERS, type OfferRequest } from '#runtime';
import { Confirming } from '../citizen/confirming.js';
import { PageOf } from '../paging/page.js';

export class OfferAnswer extends Confirming {
  @ApiProperty({ enum: OFFER_ANSWERS, description: '`take` begins the journey' })
  @IsIn(OFFER_ANSWERS)
  readonly answer!: OfferRequest['answer'];
}

export class OfferReasonDocument {
  @ApiProperty({ description: 'One sentence' }) readonly text!: string;
  @ApiProperty({ example: 'cpr' }) readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
  @ApiProperty({ example: 'cpr.birthRegistered' }) readonly report!: string;
  @ApiProperty({ format: 'date-time' }) readonly reportedAt!: string;
  @ApiPropertyOptional({ description: 'The law that says that it is offered' }) readonly source?: string;
}

export class OfferedFieldDocument {
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly label!: string;
  @ApiProperty({ description: 'In words' }) readonly value!: string;
  @ApiProperty({ description: 'Who has said so, as it stands within a sentence' }) readonly source!: string;
}

export const OFFER_STATUSES = ['open', 'taken', 'over'] as const;

export class OfferDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'having-a-child', description: 'Id of a definition' }) readonly definition!: string;
  @ApiProperty({ description: 'Title of the journey' }) readonly journeyTitle!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly body!: string;
  @ApiProperty({ type: OfferReasonDocument, description: 'Why it is offered to you' })
  readonly why!: OfferReasonDocument;
  @ApiProperty({
    type: [OfferedFieldDocument],
    description: 'What the journey begins with. You can correct it there',
  })
  readonly given!: readonly OfferedFieldDocument[];
  @ApiProperty({ format: 'date', description: 'The last day to take it' }) readonly lastDay!: string;
  @ApiProperty({
    enum: OFFER_STATUSES,
    description: '`over`: it was declined or withdrawn, or its time has passed',
  })
  readonly status!: (typeof OFFER_STATUSES)[number];
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The journey that has begun; see GET /v1/journeys/{journey}',
  })
  readonly journey?: string;
}

export class OfferPage extends PageOf(OfferDocument) {}
