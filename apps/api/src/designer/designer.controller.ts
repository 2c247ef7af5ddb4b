import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CATALOGUE, DEFINITION_STORE, publishJourney } from '#assembly';
import { checkJourney } from '#journey';
import type { Diagnostic, ServiceCatalogue, Severity } from '#journey';
import { Definitions } from '#runtime';
import type { DefinitionStore } from '#runtime';
import { Designer } from '../access/access.js';
import { Audited } from '../audit/audited.js';
import { Problems } from '../problem/problems.decorator.js';
import { JourneyFilesBody, requireFiles } from './journey-files.js';

class DiagnosticDocument implements Diagnostic {
  @ApiProperty({ description: 'Stable; the same for the same kind of fault' }) readonly code!: string;
  @ApiProperty({ enum: ['error', 'warning'] }) readonly severity!: Severity;
  @ApiProperty() readonly file!: string;
  @ApiProperty() readonly line!: number;
  @ApiProperty() readonly column!: number;
  @ApiProperty() readonly message!: string;
  @ApiProperty() readonly remedy!: string;
}

class VersionDocument {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'date' }) readonly effective!: string;
  @ApiProperty({ description: 'Content hash that journeys are pinned to' }) readonly hash!: string;
}

class CheckDocument {
  @ApiProperty({ description: 'Whether it can be published' }) readonly sound!: boolean;
  @ApiProperty({ type: [DiagnosticDocument] }) readonly diagnostics!: readonly Diagnostic[];
}

@Designer()
@ApiTags('designer')
@Controller('v1/designer')
export class DesignerController {
  constructor(
    private readonly definitions: Definitions,
    @Inject(DEFINITION_STORE) private readonly store: DefinitionStore,
    @Inject(CATALOGUE) private readonly catalogue: ServiceCatalogue,
  ) {}

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check a journey: everything that is wrong with it, where, and how to mend it' })
  @ApiOkResponse({ type: CheckDocument })
  @Problems('invalid')
  check(@Body() { journey, files }: JourneyFilesBody): CheckDocument {
    const diagnostics = checkJourney(journey, requireFiles(files), this.catalogue);
    return { sound: diagnostics.every(({ severity }) => severity !== 'error'), diagnostics };
  }

  @Get('versions')
  @ApiOperation({ summary: 'Every published version, by id and the day it takes effect' })
  @ApiOkResponse({ type: [VersionDocument] })
  versions(): Promise<readonly VersionDocument[]> {
    return this.definitions.list();
  }

  @Post('versions')
  @Audited('definition-published', (versions: readonly VersionDocument[]) => versions.map(({ hash }) => hash))
  @ApiOperation({
    summary: 'Publish a journey: new journeys start on it from the day it takes effect',
    description: 'It is checked first. Journeys that are under way stay on the version they started on.',
  })
  @ApiCreatedResponse({ type: [VersionDocument] })
  @Problems('invalid', 'unsound-definition')
  publish(@Body() { journey, files }: JourneyFilesBody): Promise<readonly VersionDocument[]> {
    return publishJourney(journey, requireFiles(files), this.catalogue, this.store);
  }
}
