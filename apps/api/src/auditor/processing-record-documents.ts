import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from '../citizen/authority-name-property.js';
import { type Language, type Words } from '#journey';
import { groundInWords, type ProcessingRecord, retentionInWords } from '#workshop';

/** One purpose for which an authority is given data. */
export class RecipientDocument {
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
  @ApiProperty({ example: 'cpr.registerMove' }) readonly service!: string;
  @ApiProperty() readonly purpose!: string;
  @ApiProperty({ type: [String] }) readonly categories!: readonly string[];
  @ApiPropertyOptional({ description: 'Absent: nothing personal may be sent' }) readonly ground?: string;
}

/** What is recorded of one journey (GDPR art. 30). */
export class RecordedJourneyDocument {
  @ApiProperty({ example: 'moving' }) readonly id!: string;
  @ApiProperty({ format: 'date', description: 'The day from which the version is in force' })
  readonly effective!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly purpose!: string;
  @ApiProperty({ type: [String], description: 'Whose data' }) readonly persons!: readonly string[];
  @ApiProperty({ type: [String], description: 'What people are asked' }) readonly asked!: readonly string[];
  @ApiProperty({ description: 'How long it is kept' }) readonly retention!: string;
  @ApiPropertyOptional({ description: 'Which law or choice that is from; in Danish, whatever the language' })
  readonly retentionSource?: string;
  @ApiProperty({ type: [RecipientDocument] }) readonly recipients!: readonly RecipientDocument[];
}

/** *Record of processing activities* (GDPR art. 30), of the versions that are in force today. */
export class ProcessingRecordDocument {
  @ApiProperty({ type: [RecordedJourneyDocument] }) readonly journeys!: readonly RecordedJourneyDocument[];
}

export function recordedJourney(record: ProcessingRecord, language: Language): RecordedJourneyDocument {
  const { id, effective, title, purpose, persons, asked, recipients } = record;
  const all = (words: readonly Words[]): readonly string[] => words.map(each => each[language]);
  return {
    id,
    effective,
    title: title[language],
    purpose: purpose[language],
    persons: all(persons),
    asked: all(asked),
    retention: retentionInWords(record, language),
    ...(record.retention && { retentionSource: record.retention.source }),
    recipients: recipients.map(({ authorityName, service, purpose: why, categories, ground, gdpr }) => ({
      authorityName: authorityName[language],
      service,
      purpose: why[language],
      categories: all(categories),
      ...(ground && { ground: groundInWords({ ground, gdpr }, language) }),
    })),
  };
}
