import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { CorrectionPresenter } from './correction-presenter.js';
import { CorrectionsController } from './corrections.controller.js';

/** What people ask authorities to correct in their data. */
@Module({
  imports: [CitizenModule],
  controllers: [CorrectionsController],
  providers: [CorrectionPresenter],
  exports: [CorrectionPresenter],
})
export class CorrectionsModule {}
