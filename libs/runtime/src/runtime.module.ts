import { type DynamicModule, Module, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import { ServiceCatalogue } from '#journey';
import { Definitions } from './definitions.js';
import { Dispatching } from './dispatching.js';
import { ErasureNews } from './erasing/ports.js';
import { JourneyReader } from './journey-reader.js';
import { JourneyRuntime } from './journey-runtime.js';
import {
  Alerts,
  Announcer,
  AuthorityPort,
  Clock,
  DispatchStore,
  Doorbell,
  DraftStore,
  JourneyStore,
  KeyedDigest,
} from './ports.js';
import { RecentDispatches } from './recent-dispatches.js';
import { systemClock } from './system-clock.js';

const PROVIDERS: Provider[] = [
  RecentDispatches,
  {
    provide: JourneyRuntime,
    inject: [
      JourneyStore,
      DispatchStore,
      DraftStore,
      Definitions,
      KeyedDigest,
      Doorbell,
      Announcer,
      Alerts,
      Clock,
      RecentDispatches,
    ],
    useFactory: (
      journeys: JourneyStore,
      dispatches: DispatchStore,
      drafts: DraftStore,
      definitions: Definitions,
      digests: KeyedDigest,
      doorbell: Doorbell,
      announcer: Announcer,
      alerts: Alerts,
      clock: Clock,
      recent: RecentDispatches,
    ) =>
      new JourneyRuntime({
        journeys,
        dispatches,
        drafts,
        definitions,
        digests,
        doorbell,
        announcer,
        alerts,
        clock,
        recent,
      }),
  },
  {
    provide: JourneyReader,
    inject: [JourneyStore, DispatchStore, DraftStore, Definitions, Clock],
    useFactory: (
      journeys: JourneyStore,
      dispatches: DispatchStore,
      drafts: DraftStore,
      definitions: Definitions,
      clock: Clock,
    ) => new JourneyReader({ journeys, dispatches, drafts, definitions, clock }),
  },
  {
    provide: Dispatching,
    inject: [JourneyRuntime, RecentDispatches, DispatchStore, AuthorityPort, ServiceCatalogue, Alerts, Clock],
    useFactory: (
      runtime: JourneyRuntime,
      recent: RecentDispatches,
      dispatches: DispatchStore,
      authorities: AuthorityPort,
      catalogue: ServiceCatalogue,
      alerts: Alerts,
      clock: Clock,
    ) => new Dispatching({ runtime, recent, dispatches, authorities, catalogue, alerts, clock }),
  },
];

/** The use cases, over whatever provides their ports. Global. */
@Module({})
export class RuntimeModule implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly erasures: ErasureNews,
  ) {}

  static forRoot(clock: Clock = systemClock): DynamicModule {
    const providers = [{ provide: Clock, useValue: clock }, ...PROVIDERS];
    return { module: RuntimeModule, global: true, providers, exports: providers };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.erasures.listen(erased => this.runtime.forget(erased));
  }
}
