import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { OfferPresenter } from './offer-presenter.js';
import { OffersController } from './offers.controller.js';

/** Journeys that are held out to people. */
@Module({
  imports: [CitizenModule],
  controllers: [OffersController],
  providers: [OfferPresenter],
  exports: [OfferPresenter],
})
export class OffersModule {}
