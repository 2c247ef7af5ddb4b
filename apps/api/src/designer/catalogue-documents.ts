import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { isError } from '#journey';
import { type Appraised, type WalkedShare } from '#publishing';
import { ScoreDocument } from '../citizen/score-document.js';
import { PageOf } from '../paging/page.js';
import { DiagnosticDocument, PublicationDocument } from './designer-documents.js';

export class WalkedDocument {
  @ApiProperty() readonly all!: number;
  @ApiProperty({ description: 'How many of them the scenarios walk' }) readonly walked!: number;
  @ApiProperty({ minimum: 0, maximum: 100, description: 'Rounded down, so that 100 is all of them' })
  readonly percent!: number;
}

/** How good a version is, as far as its files tell. It is worked out aside, and read again until it is done. */
export class AppraisalDocument {
  @ApiProperty({ enum: ['done', 'underWay', 'failed'] }) readonly status!: 'done' | 'underWay' | 'failed';
  @ApiPropertyOptional({ description: 'What the check finds that keeps it from being published' })
  readonly errors?: number;
  @ApiPropertyOptional() readonly warnings?: number;
  @ApiPropertyOptional({ minimum: 0, maximum: 100, description: 'As GET /v1/definitions/{id}/score has it' })
  readonly score?: number;
  @ApiPropertyOptional({ type: WalkedDocument, description: 'Absent where no scenario is at hand' })
  readonly states?: WalkedDocument;
  @ApiPropertyOptional({ type: WalkedDocument, description: 'Absent where no scenario is at hand' })
  readonly transitions?: WalkedDocument;
}

export class CatalogueVersion extends PublicationDocument {
  @ApiProperty({ description: 'How many journeys are under way on it' }) readonly underWay!: number;
}

/** A journey with all that was ever published of it. */
export class CatalogueJourney {
  @ApiProperty({ example: 'moving' }) readonly id!: string;
  @ApiProperty({ description: 'In the language asked for' }) readonly title!: string;
  @ApiPropertyOptional({ description: 'Hash of the version that journeys start on today' })
  readonly inForce?: string;
  @ApiProperty({ type: [CatalogueVersion], description: 'By the day they take effect' })
  readonly versions!: readonly CatalogueVersion[];
  @ApiProperty({
    type: AppraisalDocument,
    description: 'Of the version in force, else of the last that is current',
  })
  readonly appraisal!: AppraisalDocument;
}

export class CatalogueJourneyPage extends PageOf(CatalogueJourney) {}

class ReadVersion {
  @ApiPropertyOptional({
    description: 'Hash of the version of the same journey that journeys start on today',
  })
  readonly inForce?: string;
  @ApiProperty({ description: 'Of the journey, in the language asked for' }) readonly title!: string;
  @ApiProperty({ type: AppraisalDocument }) readonly appraisal!: AppraisalDocument;
  @ApiProperty({ type: [DiagnosticDocument], description: 'What the check says; empty until it is done' })
  readonly diagnostics!: readonly DiagnosticDocument[];
  @ApiProperty({ type: [String], description: 'States and transitions that no scenario walks' })
  readonly notWalked!: readonly string[];
  @ApiPropertyOptional({ type: ScoreDocument, description: 'Absent where it cannot be compiled any more' })
  readonly score?: ScoreDocument;
}

export class ReadVersionDocument extends IntersectionType(CatalogueVersion, ReadVersion) {}

class WayDocument {
  @ApiProperty({ type: [String], description: 'What opens it' }) readonly when!: readonly string[];
  @ApiProperty({ description: 'Title of where it leads' }) readonly to!: string;
}

class DescribedStateDocument {
  @ApiProperty() readonly path!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'How many others of the picture it is inside of' }) readonly depth!: number;
  @ApiProperty({ type: [String], description: 'Tasks, deadlines, messages and whom it asks' })
  readonly lines!: readonly string[];
  @ApiProperty({ type: [WayDocument] }) readonly ways!: readonly WayDocument[];
}

class BranchDocument {
  @ApiProperty({ description: 'What to send as `branch`' }) readonly path!: string;
  @ApiProperty() readonly title!: string;
}

/** A picture in words. */
export class PictureDocument {
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly description!: string;
  @ApiProperty({ type: [BranchDocument], description: 'Of the version; none where one picture shows all' })
  readonly branches!: readonly BranchDocument[];
  @ApiProperty({ type: [DescribedStateDocument] }) readonly states!: readonly DescribedStateDocument[];
}

export function appraisalDocument(appraised: Appraised): AppraisalDocument {
  if (appraised === 'under way') return { status: 'underWay' };
  if (appraised === 'failed') return { status: 'failed' };
  const { diagnostics, score, states, transitions } = appraised;
  const errors = diagnostics.filter(isError).length;
  return {
    status: 'done',
    errors,
    warnings: diagnostics.length - errors,
    ...(score !== undefined && { score }),
    ...(states && { states: walkedDocument(states) }),
    ...(transitions && { transitions: walkedDocument(transitions) }),
  };
}

function walkedDocument({ all, missed }: WalkedShare): WalkedDocument {
  const walked = all - missed.length;
  return { all, walked, percent: all === 0 ? 100 : Math.floor((walked / all) * 100) };
}
