import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { SeeOther } from '../../http/see-other.js';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { calendarPath, PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { SignedIn } from '../../session/signed-in.js';
import { NewCalendarPage } from './new-calendar-page.js';

/** The private address of a calendar: below that of the pages, which is where calendar programs can reach. */
@Controller()
export class CalendarPageController {
  constructor(
    private readonly citizen: CitizenApi,
    private readonly session: SignedIn,
  ) {}

  /** Shown at once: what is secret stands in no address of a page, and is kept by nobody. */
  @Post('indstillinger/kalender')
  async make(@Visiting() visit: Visit) {
    const { secret } = await this.citizen.makeCalendarFeed(visit);
    return <NewCalendarPage address={`${this.session.publicUrl}${calendarPath(secret)}`} />;
  }

  @Post('indstillinger/kalender/luk')
  async withdraw(@Visiting() visit: Visit) {
    await this.citizen.withdrawCalendarFeed(visit);
    return new SeeOther(`${PATHS.settings}?lukket=1`);
  }

  @Get('kalender/:secret/kalender.ics')
  @OpenToAll()
  async feed(@Param('secret') secret: string, @Visiting() visit: Visit): Promise<StreamableFile> {
    const calendar = Buffer.from(await this.citizen.calendar(visit, secret));
    return new StreamableFile(calendar, { type: 'text/calendar; charset=utf-8', length: calendar.length });
  }
}
