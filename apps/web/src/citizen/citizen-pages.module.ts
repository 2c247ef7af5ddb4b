import { Module } from '@nestjs/common';
import { CitizenApi } from '../rest/citizen-api.js';
import { CorrectionApi } from '../rest/correction-api.js';
import { SecondChannelApi } from '../rest/second-channel-api.js';
import { TaskApi } from '../rest/task-api.js';
import { CorrectionsPageController } from './corrections/corrections.controller.js';
import { ExampleController } from './example/example.controller.js';
import { FeedbackPageController } from './feedback/feedback.controller.js';
import { HelpController } from './help/help.controller.js';
import { JourneyController } from './journey/journey.controller.js';
import { JourneyNews } from './journey/journey-news.js';
import { MakingController } from './making/making.controller.js';
import { GiveMandateController } from './mandates/give-mandate.controller.js';
import { MandatesPageController } from './mandates/mandates.controller.js';
import { MessagesPageController } from './messages/messages.controller.js';
import { MyDataController } from './my-data/my-data.controller.js';
import { OfferController } from './offers/offer.controller.js';
import { OverviewPageController } from './overview/overview.controller.js';
import { CalendarPageController } from './settings/calendar.controller.js';
import { SecondChannelPageController } from './second-channel/second-channel.controller.js';
import { SettingsPageController } from './settings/settings.controller.js';
import { StartController } from './start/start.controller.js';
import { CheckController } from './task/check.controller.js';
import { TaskOpener } from './task/opened-task.js';
import { ReceiptController } from './task/receipt.controller.js';
import { TaskController } from './task/task.controller.js';
import { TaskFormFiller } from './task/task-form-filler.js';

/** The face for citizens. No page knows a journey: everything comes from the REST API. */
@Module({
  controllers: [
    CalendarPageController,
    CheckController,
    CorrectionsPageController,
    ExampleController,
    FeedbackPageController,
    // Before that of one mandate: `giv` is no id.
    GiveMandateController,
    HelpController,
    JourneyController,
    MakingController,
    MandatesPageController,
    MessagesPageController,
    MyDataController,
    OfferController,
    OverviewPageController,
    ReceiptController,
    SecondChannelPageController,
    SettingsPageController,
    StartController,
    TaskController,
  ],
  providers: [CitizenApi, CorrectionApi, JourneyNews, SecondChannelApi, TaskApi, TaskFormFiller, TaskOpener],
  exports: [CitizenApi],
})
export class CitizenPagesModule {}
