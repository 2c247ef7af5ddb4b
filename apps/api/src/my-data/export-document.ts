import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNEL_WAYS, type ChannelWay } from '#runtime';
import { AnswerDocument } from '../citizen/answer-document.js';
import { CorrectionDocument } from '../corrections/correction-document.js';
import { DisclosureDocument } from '../citizen/disclosure-document.js';
import { JourneyDocument } from '../citizen/journey-document.js';
import { MessageDocument } from '../mailbox/message-document.js';
import { SettingsDocument } from '../mailbox/settings-document.js';
import { MandatesDocument, RegisteredDeathDocument } from '../mandates/mandate-documents.js';
import { OfferDocument } from '../offers/offer-document.js';
import { SessionDocument } from '../tokens/session-document.js';

/** A document that was attached, without its content. */
export class ExportedFile {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ example: 'application/pdf' }) readonly type!: string;
  @ApiProperty({ description: 'Bytes' }) readonly size!: number;
  @ApiProperty({ description: 'Id of the task' }) readonly task!: string;
  @ApiProperty({ description: 'Where in its form' }) readonly field!: string;
  @ApiProperty({ description: 'Whether it was sent' }) readonly sent!: boolean;
}

/** What was written into the form of an open task, and not sent. */
export class ExportedDraft {
  @ApiProperty({ description: 'Id of the task' }) readonly task!: string;
  @ApiProperty({ description: 'What the task is called' }) readonly title!: string;
  @ApiProperty({ description: 'As it was typed' }) readonly data!: unknown;
  @ApiProperty({ format: 'date-time' }) readonly savedAt!: string;
}

/** Where somebody is told that there is news, in full. */
export class ExportedChannel {
  @ApiProperty({ enum: CHANNEL_WAYS }) readonly way!: ChannelWay;
  @ApiProperty({ example: '+4512345678' }) readonly address!: string;
  @ApiProperty({ description: 'Whether it is used: it was shown to be yours' }) readonly confirmed!: boolean;
}

export class ExportedJourney {
  @ApiProperty({ type: JourneyDocument }) readonly journey!: JourneyDocument;
  @ApiProperty({ type: [AnswerDocument], description: 'What you have sent, newest first' })
  readonly answers!: readonly AnswerDocument[];
  @ApiProperty({ type: [ExportedFile] }) readonly documents!: readonly ExportedFile[];
  @ApiProperty({ type: [ExportedDraft] }) readonly drafts!: readonly ExportedDraft[];
  @ApiProperty({ description: 'Whether you have said how it went. Nothing leads from you to what you said' })
  readonly feedbackGiven!: boolean;
}

/** A copy of what is held on a person (GDPR art. 15(3), 20). */
export class ExportDocument {
  @ApiProperty({ format: 'date-time', description: 'When it was made' }) readonly at!: string;
  @ApiProperty({
    description:
      'Whether a list was too long to be here as a whole; then its latest 1,000 are. The rest is in the list itself',
  })
  readonly shortened!: boolean;
  @ApiPropertyOptional({
    example: 'Ida Holm',
    description:
      'What registers call the person, as it is shown to whoever may act for them by law; absent where nobody may',
  })
  readonly name?: string;
  @ApiPropertyOptional({
    type: RegisteredDeathDocument,
    description: 'What a register has told of your death; absent where none has told of it',
  })
  readonly registeredDeath?: RegisteredDeathDocument;
  @ApiProperty({ type: [ExportedJourney], description: 'Newest first' })
  readonly journeys!: readonly ExportedJourney[];
  @ApiProperty({ type: [MessageDocument], description: 'Newest first' })
  readonly messages!: readonly MessageDocument[];
  @ApiProperty({ type: [DisclosureDocument], description: 'Who used your data, newest first' })
  readonly disclosures!: readonly DisclosureDocument[];
  @ApiProperty({ type: [OfferDocument], description: 'Newest first' })
  readonly offers!: readonly OfferDocument[];
  @ApiProperty({
    type: [CorrectionDocument],
    description: 'What you have asked to have corrected, newest first',
  })
  readonly corrections!: readonly CorrectionDocument[];
  @ApiProperty({ type: SettingsDocument }) readonly settings!: SettingsDocument;
  @ApiPropertyOptional({ type: MandatesDocument, description: 'Absent when you act for somebody' })
  readonly mandates?: MandatesDocument;
  @ApiPropertyOptional({
    type: ExportedChannel,
    description: 'Absent when you act for somebody, or without one',
  })
  readonly secondChannel?: ExportedChannel;
  @ApiPropertyOptional({
    format: 'date-time',
    description:
      'Since when your calendar has a private address; absent when you act for somebody, or without one',
  })
  readonly calendarFeedSince?: string;
  @ApiPropertyOptional({ type: [SessionDocument], description: 'Absent when you act for somebody' })
  readonly sessions?: readonly SessionDocument[];
}
