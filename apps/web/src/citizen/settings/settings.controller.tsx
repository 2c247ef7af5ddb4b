import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { LANGUAGES } from '#journey';
import { LANGUAGE_COOKIE } from '../../http/chosen-language.js';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { pathBack, PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { SettingsPage } from './settings-page.js';

const YEAR = 31_536_000_000;

/** How somebody is written to, and in which language they read the pages. */
@Controller()
export class SettingsPageController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get('indstillinger')
  async show(
    @Query('gemt') saved: string | undefined,
    @Query('lukket') closed: string | undefined,
    @Visiting() visit: Visit,
  ) {
    const [settings, feed] = await Promise.all([
      this.citizen.settings(visit),
      visit.visitor?.actsFor ? undefined : this.citizen.calendarFeed(visit),
    ]);
    const done = saved !== undefined ? 'saved' : closed !== undefined ? 'closed' : undefined;
    return <SettingsPage settings={settings} feed={feed} done={done} />;
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
    response.cookie(LANGUAGE_COOKIE, language, {
      httpOnly: true,
      sameSite: 'lax',
      maxAge: YEAR,
      secure: response.req.secure,
    });
    return new SeeOther(pathBack(back));
  }
}
