import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { CatalogueController } from './catalogue.controller.js';
import { DesignerController } from './designer.controller.js';
import { PicturesController } from './pictures.controller.js';
import { PublishedJourneys } from './published-journeys.js';

/** Checking, publishing and withdrawing definitions, and looking at what is published. */
@Module({
  imports: [CitizenModule],
  controllers: [DesignerController, CatalogueController, PicturesController],
  providers: [PublishedJourneys],
})
export class DesignerModule {}
