import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { AuthorityInbox, Catalogue } from '#authorities';
import { Announcements, AuthorityPauses, Queues } from '#queue';
import {
  AuditLog,
  Clock,
  DefinitionStore,
  Definitions,
  DispatchStore,
  JourneyReader,
  JourneyRuntime,
  JourneyStore,
  OpsStore,
  PauseStore,
  PersonVault,
  SessionStore,
} from '#runtime';
import { Health, LOGGER, Metrics } from '#telemetry';
import { type Assembly } from './assemble.js';

/** Hands the parts of an {@link Assembly} out to Nest: the ports, being abstract classes, are their own tokens. */
@Module({})
export class AssemblyModule {
  static of(assembly: Assembly): DynamicModule {
    const { stores } = assembly;
    const providers: Provider[] = [
      { provide: Clock, useValue: assembly.clock },
      { provide: LOGGER, useValue: assembly.logger },
      { provide: AuditLog, useValue: stores.audit },
      { provide: Catalogue, useValue: assembly.catalogue },
      { provide: JourneyStore, useValue: assembly.journeys },
      { provide: DispatchStore, useValue: stores.dispatches },
      { provide: DefinitionStore, useValue: stores.definitions },
      { provide: OpsStore, useValue: stores.ops },
      { provide: PauseStore, useValue: stores.pauses },
      { provide: PersonVault, useValue: stores.persons },
      { provide: SessionStore, useValue: stores.sessions },
      { provide: Announcements, useValue: assembly.announcements },
      { provide: AuthorityInbox, useValue: assembly.inbox },
      { provide: AuthorityPauses, useValue: assembly.pauses },
      { provide: Definitions, useValue: assembly.definitions },
      { provide: Health, useValue: assembly.health },
      { provide: JourneyReader, useValue: assembly.reader },
      { provide: JourneyRuntime, useValue: assembly.runtime },
      { provide: Metrics, useValue: assembly.metrics },
      { provide: Queues, useValue: assembly.queues },
    ];
    return { module: AssemblyModule, global: true, providers, exports: providers };
  }
}
