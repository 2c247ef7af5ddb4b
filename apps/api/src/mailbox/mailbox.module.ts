import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { SecondChannelController } from './second-channel.controller.js';
import { MessagesController } from './messages.controller.js';
import { SettingsController } from './settings.controller.js';

/** What people are written, and how they wish to be. */
@Module({
  imports: [CitizenModule],
  controllers: [SecondChannelController, MessagesController, SettingsController],
})
export class MailboxModule {}
