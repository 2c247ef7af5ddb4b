import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { LANGUAGES } from '#journey';
import { keepLanguage } from '../../http/chosen-language.js';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { pathBack, PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { SettingsPage } from './settings-page.js';

/** How somebody is written to, and in which language they read the pages. */
@Controller()
export class SettingsPageController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get('indstillinger')
  async show(@Query('gemt') saved: string | undefined, @Visiting() visit: Visit) {
    return <SettingsPage settings={await this.citizen.settings(visit)} saved={saved !== undefined} />;
  }

  @Post('indstillinger')
  async save(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const language = LANGUAGES.find(known => known === posted.text('language')) ?? 'da';
    await this.citizen.saveSettings(visit, { language });
    return new SeeOther(`${PATHS.settings}?gemt=1`);
  }

  /** A link, for it is on every page; all that it changes is a cookie of the browser. */
  @Get('sprog/:language')
  @OpenToAll()
  switch(
    @Param('language') code: string,
    @Query('til') back: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const language = LANGUAGES.find(known => known === code) ?? 'da';
    keepLanguage(response, language);
    return new SeeOther(pathBack(back));
  }
}
