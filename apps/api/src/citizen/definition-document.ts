import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from './authority-name-property.js';
import { type Language, LANGUAGES } from '#journey';
import { SEARCHED_IN, type SearchedIn } from '#workshop';
import { PageOf } from '../paging/page.js';

export class FoundBecauseDocument {
  @ApiProperty({ enum: SEARCHED_IN, description: 'What kind of text the words stand in' })
  readonly where!: SearchedIn;
  @ApiProperty({ example: 'min mor er død', description: 'The text' }) readonly text!: string;
  @ApiProperty({ enum: LANGUAGES, description: 'The language of the text' }) readonly language!: Language;
  @ApiProperty({ type: [String], example: ['mor', 'død'], description: 'Your words that were found there' })
  readonly words!: readonly string[];
}

export class DefinitionListItem {
  @ApiProperty({ example: 'moving' }) readonly id!: string;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional() readonly summary?: string;
  @ApiProperty({ description: 'Life event of the EU eGovernment Benchmark' }) readonly lifeEvent!: string;
  @ApiProperty({ format: 'date', description: 'The first day on which journeys start on it' })
  readonly effective!: string;
  @ApiPropertyOptional({ description: 'ISO 8601 duration', example: 'P6W' })
  readonly estimatedDuration?: string;
  @ApiPropertyOptional({
    enum: [true],
    description: 'Nobody acts in it for another, whatever mandate they have',
  })
  readonly ownOnly?: true;
  @ApiPropertyOptional({ minimum: 1, description: 'How well it fits `q`; 1 is the likeliest' })
  readonly rank?: number;
  @ApiPropertyOptional({ type: [FoundBecauseDocument], description: 'Why it was found, the strongest first' })
  readonly because?: readonly FoundBecauseDocument[];
}

export class DefinitionPage extends PageOf(DefinitionListItem) {
  @ApiPropertyOptional({ description: 'Words for people: nothing fits `q`, and all journeys are listed' })
  readonly note?: string;
}

export class RoleDocument {
  @ApiProperty() readonly role!: string;
  @ApiProperty({ description: 'What it is called within a sentence' }) readonly name!: string;
  @ApiProperty({ description: 'May stay empty' }) readonly optional!: boolean;
  @ApiProperty({ description: 'Any number of persons' }) readonly many!: boolean;
  @ApiProperty({ description: 'Is spoken of and never acts' }) readonly subject!: boolean;
}

export class PossibleTask {
  @ApiProperty() readonly task!: string;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional() readonly help?: string;
  @ApiProperty({ description: 'Who is asked' }) readonly role!: string;
  @ApiPropertyOptional({ description: 'ISO 8601 duration, or the name of a delay that the law sets' })
  readonly due?: string;
}

/** What would be given to an authority, said before anyone starts. */
export class PossibleDisclosure {
  @ApiProperty() readonly step!: string;
  @ApiProperty() readonly service!: string;
  @ApiProperty({ description: 'What the authority does, by its title: it may name the authority' })
  readonly text!: string;
  @ApiProperty() readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
  @ApiProperty({ enum: ['municipal', 'regional', 'state'] }) readonly tier!: string;
  @ApiProperty({ type: [String], example: ['identity', 'address'] }) readonly categories!: readonly string[];
  @ApiPropertyOptional({ example: 'CPR Act, section 12' }) readonly ground?: string;
  @ApiPropertyOptional({ example: '6(1)(e)', description: 'Article of the GDPR' }) readonly gdpr?: string;
  @ApiPropertyOptional({ description: 'Longest time the authority takes, ISO 8601' })
  readonly maximumTime?: string;
  @ApiProperty({ description: 'Whether it can be undone when the journey is cancelled' })
  readonly undoable!: boolean;
  @ApiPropertyOptional({ description: 'Why it cannot be undone' }) readonly irreversible?: string;
}

/** What the journey may cost. */
export class FeeDocument {
  @ApiProperty({ example: 825 }) readonly amount!: number;
  @ApiProperty({ example: 'DKK', description: 'ISO 4217' }) readonly currency!: string;
  @ApiProperty({ description: 'What it is for' }) readonly text!: string;
  @ApiPropertyOptional({ description: 'When it is paid' }) readonly when?: string;
  @ApiProperty({ description: 'Who is paid' }) readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
}

/** A time that the journey counts by. */
export class DeadlineDocument {
  @ApiProperty() readonly title!: string;
  @ApiProperty({ example: 'P5D', description: 'ISO 8601 duration, as of today' }) readonly period!: string;
  @ApiPropertyOptional({
    example: 'CPR-loven § 12',
    description:
      'Where it comes from, mostly a law, in Danish; absent: nobody sets it, and the journey has chosen it',
  })
  readonly source?: string;
}

export class DefinitionDocument extends DefinitionListItem {
  @ApiProperty({ description: 'Content hash' }) readonly hash!: string;
  @ApiProperty({ type: [RoleDocument] }) readonly roles!: readonly RoleDocument[];
  @ApiProperty({
    type: [PossibleTask],
    description: 'What participants may be asked to do; what only a loss would bring is left out',
  })
  readonly tasks!: readonly PossibleTask[];
  @ApiProperty({
    type: [PossibleDisclosure],
    description: 'Which data may go to whom, and why; what only a loss would bring is left out',
  })
  readonly disclosures!: readonly PossibleDisclosure[];
  @ApiProperty({ type: [FeeDocument], description: 'What it may cost, as of today' })
  readonly fees!: readonly FeeDocument[];
  @ApiProperty({ type: [DeadlineDocument], description: 'As of today' })
  readonly deadlines!: readonly DeadlineDocument[];
  @ApiProperty({ description: 'Whether it can be cancelled at all' }) readonly cancellable!: boolean;
  @ApiPropertyOptional({
    description: 'Words for people: until when it can be cancelled, and whom they turn to after that',
  })
  readonly cancellation?: string;
}
