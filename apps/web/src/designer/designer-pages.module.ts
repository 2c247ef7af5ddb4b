import { Module } from '@nestjs/common';
import { DesignerApi } from '../rest/designer-api.js';
import { StaffPagesModule } from '../staff/staff-pages.module.js';
import { CataloguePagesController } from './catalogue.controller.js';

/** The face for designers: what is published, drawn, and how good it is. */
@Module({
  imports: [StaffPagesModule],
  controllers: [CataloguePagesController],
  providers: [DesignerApi],
})
export class DesignerPagesModule {}
