import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { MandatePresenter } from './mandate-presenter.js';
import { MandatesController } from './mandates.controller.js';

/** Who may act for whom. */
@Module({
  imports: [CitizenModule],
  controllers: [MandatesController],
  providers: [MandatePresenter],
  exports: [MandatePresenter],
})
export class MandatesModule {}
