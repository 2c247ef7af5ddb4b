import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { MessageIds } from './message-ids.js';
import { MessagePresenter } from './message-presenter.js';
import { MessagesController } from './messages.controller.js';
import { SettingsController } from './settings.controller.js';

/** What people are written, and how they wish to be. */
@Module({
  imports: [CitizenModule],
  controllers: [MessagesController, SettingsController],
  providers: [MessageIds, MessagePresenter],
})
export class MailboxModule {}
