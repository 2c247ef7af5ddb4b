import { Module } from '@nestjs/common';
import { ProblemsController } from './problems.controller.js';

/** Explains each kind of problem, at the address that is its `type`. */
@Module({ controllers: [ProblemsController] })
export class ProblemsModule {}
