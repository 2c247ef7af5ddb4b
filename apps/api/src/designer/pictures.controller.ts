import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { type JourneyPicture, JourneyStudies } from '#publishing';
import { CalendarClock, DefinitionStore, RequestError } from '#runtime';
import { CatalogueReader } from '../access/access.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Problems } from '../problem/problems.decorator.js';
import { PictureDocument } from './catalogue-documents.js';
import { PictureQuery } from './picture-query.js';

const HASH = /^[0-9a-f]{64}$/;

/** A version as a picture, one branch at a time. */
@CatalogueReader()
@Localized()
@ApiTags('designer')
@Controller('designer/versions/:hash')
export class PicturesController {
  constructor(
    private readonly store: DefinitionStore,
    private readonly studies: JourneyStudies,
    private readonly calendar: CalendarClock,
  ) {}

  @Get('picture')
  @ApiOperation({ summary: 'A branch of a version in words, and which branches can be drawn' })
  @ApiOkResponse({ type: PictureDocument })
  @Problems('invalid', 'unknown-version', 'unknown-picture', 'unavailable')
  async words(
    @Param('hash') hash: string,
    @Query() { branch }: PictureQuery,
    @PreferredLanguage() language: Language,
  ): Promise<PictureDocument> {
    const { svg: _, ...words } = await this.#picture(hash, branch, language);
    return words;
  }

  @Get('picture.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @ApiOperation({ summary: 'The same as a picture' })
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Problems('invalid', 'unknown-version', 'unknown-picture', 'unavailable')
  async svg(
    @Param('hash') hash: string,
    @Query() { branch }: PictureQuery,
    @PreferredLanguage() language: Language,
  ): Promise<string> {
    return (await this.#picture(hash, branch, language)).svg;
  }

  /** @throws RequestError `unknown-version`, `unknown-picture` */
  async #picture(hash: string, branch: string | undefined, language: Language): Promise<JourneyPicture> {
    const version = HASH.test(hash) ? await this.store.find(hash) : undefined;
    if (!version) throw new RequestError('unknown-version', `no version has the hash ${hash.slice(0, 64)}`);
    const day = dateAt(this.calendar.now());
    const picture = await this.studies.picture({ id: version.id, version, branch, language, day });
    if (!picture) throw new RequestError('unknown-picture', `${version.id} has no branch of that name`);
    return picture;
  }
}
