import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { AuthorityInbox } from '#authorities';
import { Announcements, AuthorityPauses, Queues } from '#queue';
import { Definitions, JourneyRuntime } from '#runtime';
import type { Assembly } from './assemble.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';
import {
  AUDIT_LOG,
  CATALOGUE,
  CLOCK,
  DEFINITION_STORE,
  DISPATCH_STORE,
  JOURNEY_STORE,
  LOGGER,
  OPS_STORE,
  PAUSE_STORE,
  PERSON_VAULT,
  SESSION_STORE,
} from './tokens.js';

/** Hands the parts of an {@link Assembly} out to Nest: by class where there is one, else by name. */
@Module({})
export class AssemblyModule {
  static of(assembly: Assembly): DynamicModule {
    const { stores } = assembly;
    const providers: Provider[] = [
      { provide: CLOCK, useValue: assembly.clock },
      { provide: LOGGER, useValue: assembly.logger },
      { provide: AUDIT_LOG, useValue: stores.audit },
      { provide: CATALOGUE, useValue: assembly.catalogue },
      { provide: JOURNEY_STORE, useValue: assembly.journeys },
      { provide: DISPATCH_STORE, useValue: stores.dispatches },
      { provide: DEFINITION_STORE, useValue: stores.definitions },
      { provide: OPS_STORE, useValue: stores.ops },
      { provide: PAUSE_STORE, useValue: stores.pauses },
      { provide: PERSON_VAULT, useValue: stores.persons },
      { provide: SESSION_STORE, useValue: stores.sessions },
      { provide: Announcements, useValue: assembly.announcements },
      { provide: AuthorityInbox, useValue: assembly.inbox },
      { provide: AuthorityPauses, useValue: assembly.pauses },
      { provide: Definitions, useValue: assembly.definitions },
      { provide: Health, useValue: assembly.health },
      { provide: JourneyRuntime, useValue: assembly.runtime },
      { provide: Metrics, useValue: assembly.metrics },
      { provide: Queues, useValue: assembly.queues },
    ];
    return { module: AssemblyModule, global: true, providers, exports: providers };
  }
}
