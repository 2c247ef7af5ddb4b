import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { AssistancesController } from './assistances.controller.js';

/** Caseworkers who help. */
@Module({ imports: [CitizenModule], controllers: [AssistancesController] })
export class AssistancesModule {}
