import { type DynamicModule, Module } from '@nestjs/common';
import { type Sample } from '../sample-people.js';
import { DoorController, SAMPLES } from './door.controller.js';

/** Signs sample people in without MitID. Never where others come by. */
@Module({})
export class DoorModule {
  static forRoot(samples: readonly Sample[]): DynamicModule {
    return {
      module: DoorModule,
      controllers: [DoorController],
      providers: [{ provide: SAMPLES, useValue: samples }],
    };
  }
}
