import { Module } from '@nestjs/common';
import { CitizenPagesModule } from '../citizen/citizen-pages.module.js';
import { AssistanceApi } from './assistance-api.js';
import { CounterController } from './front/counter.controller.js';
import { LettersController } from './letters/letters.controller.js';

/** The face for caseworkers: whom they help, then the pages of the citizen whom they help, and letters. */
@Module({
  imports: [CitizenPagesModule],
  controllers: [CounterController, LettersController],
  providers: [AssistanceApi],
})
export class CounterPagesModule {}
