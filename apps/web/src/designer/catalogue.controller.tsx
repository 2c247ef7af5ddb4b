import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { dateAt } from '#calendar';
import { FRONT_PATHS } from '../faces.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { DesignerApi } from '../rest/designer-api.js';
import { CataloguePage } from './catalogue-page.js';
import { PicturePage } from './picture-page.js';
import { VersionPage } from './version-page.js';
import { versionStandingOf } from './version-standing.js';

/** A picture brings its own style, and nothing else; it may be opened by itself. */
const OF_PICTURES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** What is published, and how good it is. */
@OfFace('designer', 'approver')
@Controller(FRONT_PATHS.designer)
export class CataloguePagesController {
  constructor(private readonly designer: DesignerApi) {}

  @Get()
  async catalogue(@Query('efter') after: string | undefined, @Visiting() visit: Visit) {
    return <CataloguePage page={await this.designer.journeys(visit, { after })} today={today()} />;
  }

  @Get(':hash')
  async version(@Param('hash') hash: string, @Visiting() visit: Visit) {
    const version = await this.designer.version(visit, hash);
    return <VersionPage version={version} standing={versionStandingOf(version, version.inForce, today())} />;
  }

  @Get(':hash/billede')
  async picture(
    @Param('hash') hash: string,
    @Query('gren') branch: string | undefined,
    @Visiting() visit: Visit,
  ) {
    return <PicturePage {...{ hash, branch }} picture={await this.designer.picture(visit, hash, branch)} />;
  }

  @Get(':hash/billede.svg')
  async image(
    @Param('hash') hash: string,
    @Query('gren') branch: string | undefined,
    @Visiting() visit: Visit,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const svg = await this.designer.image(visit, hash, branch);
    response.type('image/svg+xml').set('Content-Security-Policy', OF_PICTURES);
    return svg;
  }
}

const today = (): string => dateAt(Date.now());
