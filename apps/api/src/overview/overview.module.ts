import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { CorrectionsModule } from '../corrections/corrections.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarFeedController } from './calendar/calendar-feed.controller.js';
import { OverviewController } from './overview.controller.js';
import { OverviewPresenter } from './overview-presenter.js';

/** All that is somebody's in one place, and in their calendar. */
@Module({
  imports: [CitizenModule, CorrectionsModule, OffersModule],
  controllers: [OverviewController, CalendarController, CalendarFeedController],
  providers: [OverviewPresenter],
})
export class OverviewModule {}
