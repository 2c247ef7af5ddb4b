import { Controller, Get, Post, Query } from '@nestjs/common';
import { LANGUAGES } from '#journey';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { SettingsPage } from './settings-page.js';

/** How somebody is written to. */
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
}
