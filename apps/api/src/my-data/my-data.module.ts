import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { CorrectionsModule } from '../corrections/corrections.module.js';
import { MandatesModule } from '../mandates/mandates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ExportPresenter } from './export-presenter.js';
import { ExportsController } from './exports.controller.js';
import { ProofsController } from './proofs.controller.js';

/** What a person takes home: a copy of what is held on them, and the proof of who was given it. */
@Module({
  imports: [CitizenModule, CorrectionsModule, MandatesModule, OffersModule],
  controllers: [ExportsController, ProofsController],
  providers: [ExportPresenter],
})
export class MyDataModule {}
