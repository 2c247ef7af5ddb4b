import { Module } from '@nestjs/common';
import { ApiPagesController } from './api-pages.controller.js';

/** What the faces of those who work here have in common. */
@Module({ controllers: [ApiPagesController] })
export class StaffPagesModule {}
