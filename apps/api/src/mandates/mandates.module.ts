import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { MandatesController } from './mandates.controller.js';

/** Who may act for whom. */
@Module({ imports: [CitizenModule], controllers: [MandatesController] })
export class MandatesModule {}
