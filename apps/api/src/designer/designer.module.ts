import { Module } from '@nestjs/common';
import { DesignerController } from './designer.controller.js';

/** Checking, publishing and withdrawing definitions. */
@Module({ controllers: [DesignerController] })
export class DesignerModule {}
