import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarClock, CalendarFeedStore, SettingStore } from '#runtime';
import { Open } from '../../access/access.js';
import { Reply } from '../../http/representation/reply.js';
import { EdgeError } from '../../problem/edge-error.js';
import { Problems } from '../../problem/problems.decorator.js';
import { OverviewPresenter } from '../overview-presenter.js';
import { calendarFile } from './calendar-file.js';

const TYPE = 'text/calendar';

/** *Capability URL*: whoever knows the address reads the calendar, for calendar programs cannot sign in. */
@Open()
@ApiTags('citizen')
@Controller('calendar')
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly settings: SettingStore,
    private readonly overview: OverviewPresenter,
    private readonly clock: CalendarClock,
  ) {}

  @Get(':secret/calendar.ics')
  @ApiOperation({
    summary: 'Deadlines and appointments, as iCalendar (RFC 5545), in the language of the settings',
  })
  @ApiOkResponse({ description: 'The calendar', content: { [TYPE]: { schema: { type: 'string' } } } })
  @Problems('unknown-calendar')
  async read(@Param('secret') secret: string): Promise<Reply<string>> {
    const person = await this.feeds.personOf(secret);
    if (person === undefined) {
      throw new EdgeError('unknown-calendar', 'No calendar has this address, or none any more.');
    }
    const { language } = await this.settings.find(person);
    const entries = await this.overview.joined({ person }, language);
    return new Reply(calendarFile(entries, { person, language, now: this.clock.now() }), {
      headers: {
        'Content-Type': `${TYPE}; charset=utf-8`,
        'Content-Disposition': 'inline; filename="calendar.ics"',
      },
    });
  }
}
