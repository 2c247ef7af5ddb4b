import { type DynamicModule, Module } from '@nestjs/common';
import { DueStore, JourneyRuntime, WallClock } from '#runtime';
import { ClockController } from './clock.controller.js';
import { MovableClock } from './movable-clock.js';
import { type Outside, TimeAdvance } from './time-advance.js';

/** Moves calendar time over HTTP. Part of no program but this one. */
@Module({ controllers: [ClockController] })
export class ClockModule {
  static forRoot(clock: MovableClock, outside: Outside): DynamicModule {
    return {
      module: ClockModule,
      providers: [
        { provide: MovableClock, useValue: clock },
        {
          provide: TimeAdvance,
          inject: [DueStore, JourneyRuntime, WallClock],
          useFactory: (due: DueStore, runtime: JourneyRuntime, wall: WallClock) =>
            new TimeAdvance({ clock, wall, due, runtime, outside }),
        },
      ],
    };
  }
}
