import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Language, LANGUAGES } from '#journey';
import { MessageStatus, type MessageWay } from '#runtime';
import { PageOf } from '../paging/page.js';

const INSTANT = { format: 'date-time', example: '2026-03-01T12:00:00.000Z' };
const DAY = { format: 'date', example: '2026-03-01' };

export class MessageJourneyDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'Moving' }) readonly title!: string;
  @ApiPropertyOptional({
    example: 'Flytning til Strandvejen 8, 8240 Risskov',
    description:
      'What told it from your other journeys of its kind when the message was sent; after a loss, what tells it now',
  })
  readonly label?: string;
  @ApiProperty({ description: 'Whether it is after a loss: press nothing of it upon anybody' })
  readonly quiet!: boolean;
}

export class MessageAsksDocument {
  @ApiProperty({ description: 'Id of the task in its journey', example: 'partnerConsent' })
  readonly task!: string;
  @ApiProperty({ description: 'In the language asked for, which need not be that of the message' })
  readonly title!: string;
  @ApiPropertyOptional({ ...DAY, description: 'The last day to do it' }) readonly lastDay?: string;
  @ApiProperty({ description: 'Whether you can still do it' }) readonly open!: boolean;
}

export class MessageDocument {
  @ApiProperty({
    description: 'Opaque',
    example: '0195a6c0-0000-7000-8000-000000000001.Zc1xQh0m8Jv3nB2rT5sK9w',
  })
  readonly id!: string;
  @ApiPropertyOptional({
    type: MessageJourneyDocument,
    description: 'Absent in a message about a mandate or a correction',
  })
  readonly journey?: MessageJourneyDocument;
  @ApiProperty(INSTANT) readonly sentAt!: string;
  @ApiProperty({ enum: LANGUAGES, description: 'The language it is written in' })
  readonly language!: Language;
  @ApiProperty({ description: 'As it was sent' }) readonly subject!: string;
  @ApiProperty({ description: 'As it was sent' }) readonly body!: string;
  @ApiPropertyOptional({ type: MessageAsksDocument, description: 'What it asks of you' })
  readonly asks?: MessageAsksDocument;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The offer that it tells of; see GET /v1/offers/{offer}',
  })
  readonly offer?: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The correction that it is about; see GET /v1/corrections/{correction}',
  })
  readonly correction?: string;
  @ApiProperty() readonly unread!: boolean;
  @ApiProperty({
    enum: MessageStatus,
    description:
      '`sent`: on its way; `delivered`; `returned`: it could not be delivered, and stands here alone',
  })
  readonly status!: MessageStatus;
  @ApiPropertyOptional({
    enum: ['digitalPost', 'letter', 'mailbox'],
    description: 'How it was delivered; `mailbox`: it stands here, and was sent no further',
  })
  readonly way?: MessageWay;
  @ApiPropertyOptional({
    ...DAY,
    description: 'The day on which it counts as received: time limits run from it',
  })
  readonly receivedOn?: string;
  @ApiPropertyOptional({ description: 'Why it could not be delivered' }) readonly returnedBecause?: string;
}

export class MessagePage extends PageOf(MessageDocument) {}
