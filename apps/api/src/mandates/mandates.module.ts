import { Module } from '@nestjs/common';
import { MandatesController } from './mandates.controller.js';

/** Who may act for whom. */
@Module({ controllers: [MandatesController] })
export class MandatesModule {}
