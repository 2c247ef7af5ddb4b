import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { LANGUAGES } from '#journey';
import { keepLanguage } from '../http/chosen-language.js';
import { SeeOther } from '../http/see-other.js';
import { OpenToAll } from '../http/visit.guard.js';
import { pathBack } from '../paths.js';
import { AccessibilityPage } from './accessibility-page.js';

/** How the pages are read: in which language, and by whom at all. */
@OpenToAll()
@Controller()
export class ReadingController {
  /** A link, for it is on every page; all that it changes is a cookie of the browser. */
  @Get('sprog/:language')
  switch(
    @Param('language') code: string,
    @Query('til') back: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const language = LANGUAGES.find(known => known === code) ?? 'da';
    keepLanguage(response, language);
    return new SeeOther(pathBack(back));
  }

  @Get('tilgaengelighed')
  accessibility() {
    return <AccessibilityPage />;
  }
}
