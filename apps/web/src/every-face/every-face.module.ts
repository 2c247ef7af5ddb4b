import { type DynamicModule, Module } from '@nestjs/common';
import { type Face } from '../faces.js';
import { FrontController } from './front.controller.js';
import { ReadingController } from './reading.controller.js';

/** What all faces have. */
@Module({ controllers: [ReadingController] })
export class EveryFaceModule {
  static of(faces: readonly Face[]): DynamicModule {
    const hasCitizens = faces.includes('citizen') || faces.includes('caseworker');
    return { module: EveryFaceModule, controllers: hasCitizens ? [] : [FrontController] };
  }
}
