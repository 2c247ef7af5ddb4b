import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { JourneyChecks, publishJourney } from '#publishing';
import { type Caller } from '#identity';
import { isError } from '#journey';
import { DefinitionStore, RequestError } from '#runtime';
import { Designer } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { LargeBody } from '../http/body/large-body.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { PageQuery, limitOf } from '../paging/page-query.js';
import { PageOf, pageUpTo } from '../paging/page.js';
import { Audited } from '../audit/audited.js';
import { Problems } from '../problem/problems.decorator.js';
import {
  CheckDocument,
  PublicationDocument,
  VersionDocument,
  WithdrawalBody,
  publicationDocument,
} from './designer-documents.js';
import { JourneyFilesBody, requireFiles } from './journey-files.js';

/** A whole journey with all its texts. */
const MOST_JOURNEY_BYTES = 1024 * 1024;
const HASH = /^([0-9a-f]{64})$/;

class PublicationPage extends PageOf(PublicationDocument) {}

@Designer()
@ApiTags('designer')
@Controller('designer')
export class DesignerController {
  constructor(
    private readonly checks: JourneyChecks,
    private readonly store: DefinitionStore,
  ) {}

  @Post('check')
  @LargeBody(MOST_JOURNEY_BYTES)
  @HttpCode(200)
  @ApiOperation({ summary: 'Check a journey: everything that is wrong with it, where, and how to mend it' })
  @ApiOkResponse({ type: CheckDocument })
  @Problems('invalid', 'check-too-long', 'unavailable')
  async check(@Body() { journey, files }: JourneyFilesBody): Promise<CheckDocument> {
    const { diagnostics } = await this.checks.examine(journey, requireFiles(files));
    return { sound: !diagnostics.some(isError), diagnostics };
  }

  @Get('versions')
  @ApiOperation({
    summary:
      'Every version ever published, by id and the day it takes effect: by whom, and whether withdrawn',
  })
  @ApiOkResponse({ type: PublicationPage })
  @Problems('invalid')
  async versions(@Query() query: PageQuery): Promise<PublicationPage> {
    const [publications, listed] = await Promise.all([this.store.publications(), this.store.list()]);
    const current = new Set(listed.map(({ hash }) => hash));
    const [after] = query.after === undefined ? [] : placeOf(query.after, HASH);
    const rest = publications.slice(publications.findIndex(({ hash }) => hash === after) + 1);
    const documents = rest.map(publication =>
      publicationDocument(publication, current.has(publication.hash)),
    );
    return pageUpTo(documents, limitOf(query), ({ hash }) => cursorOf(hash));
  }

  @Post('versions')
  @LargeBody(MOST_JOURNEY_BYTES)
  @Audited('definition-published', (versions: readonly VersionDocument[]) => versions.map(({ hash }) => hash))
  @ApiOperation({
    summary: 'Publish a journey: new journeys start on it from the day it takes effect',
    description:
      'It is checked first. Journeys that are under way stay on the version they started on. A version that was withdrawn is reinstated.',
  })
  @ApiCreatedResponse({ type: [VersionDocument] })
  @Problems('invalid', 'unsound-definition', 'check-too-long', 'unavailable')
  async publish(
    @Body() { journey, files }: JourneyFilesBody,
    @Calling() { person }: Caller,
  ): Promise<readonly VersionDocument[]> {
    const examined = await this.checks.examine(journey, requireFiles(files));
    return publishJourney(journey, examined, this.store, `designer:${person}`);
  }

  @Post('versions/:hash/withdrawal')
  @Audited('definition-withdrawn')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Withdraw a version: no journey starts on it any more, but on the one published before it',
    description: 'Journeys that are under way stay on it. Withdrawn twice, the first reason stands.',
  })
  @ApiNoContentResponse({ description: 'Withdrawn' })
  @Problems('invalid', 'unknown-version')
  async withdraw(
    @Param('hash') hash: string,
    @Body() { reason }: WithdrawalBody,
    @Calling() { person }: Caller,
  ): Promise<void> {
    if (HASH.test(hash) && (await this.store.withdraw(hash, `designer:${person}`, reason))) return;
    throw new RequestError('unknown-version', `no version has the hash ${hash.slice(0, 64)}`);
  }
}
