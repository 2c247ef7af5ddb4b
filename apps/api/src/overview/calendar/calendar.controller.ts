import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { iso } from '#calendar';
import { type Caller } from '#identity';
import { CalendarFeedStore, WallClock } from '#runtime';
import { Citizen } from '../../access/access.js';
import { Calling } from '../../access/calling.js';
import { Limited } from '../../limits/limited.js';
import { EdgeError } from '../../problem/edge-error.js';
import { Problems } from '../../problem/problems.decorator.js';
import { CalendarFeedDocument, NewCalendarFeedDocument } from './calendar-document.js';

/** The private address of one's calendar. Nobody makes or sees another's: it would outlive the mandate. */
@Citizen()
@ApiTags('citizen')
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly clock: WallClock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether your calendar has a private address' })
  @ApiOkResponse({ type: CalendarFeedDocument })
  @Problems('forbidden')
  async read(@Calling() caller: Caller): Promise<CalendarFeedDocument> {
    const since = await this.feeds.since(own(caller));
    return since === undefined ? { made: false } : { made: true, since: iso(since) };
  }

  @Post()
  @Limited('drafts')
  @ApiOperation({ summary: 'Make a private address for your calendar; the one before it ends' })
  @ApiCreatedResponse({ type: NewCalendarFeedDocument })
  @Problems('forbidden')
  async make(@Calling() caller: Caller): Promise<NewCalendarFeedDocument> {
    const now = this.clock.now();
    const secret = await this.feeds.make(own(caller), now);
    return { secret, path: `/v1/calendar/${secret}/calendar.ics`, since: iso(now) };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw the private address of your calendar' })
  @ApiNoContentResponse({ description: 'There is none any more' })
  @Problems('forbidden')
  async withdraw(@Calling() caller: Caller): Promise<void> {
    await this.feeds.withdraw(own(caller));
  }
}

/** @throws EdgeError `forbidden` for whoever acts for another */
function own({ person, holder }: Caller): string {
  if (holder === undefined) return person;
  throw new EdgeError(
    'forbidden',
    'The address of a calendar is for the person alone; leave out On-Behalf-Of.',
  );
}
