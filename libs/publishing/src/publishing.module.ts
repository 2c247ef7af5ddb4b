import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { ServiceCatalogue } from '#journey';
import { Definitions, DefinitionStore } from '#runtime';
import { JourneyChecks } from './journey-checks.js';
import { definitionCompiler, type Published, publishJourneys } from './publish-journeys.js';

export interface PublishingModuleOptions {
  /** Folder with one folder per journey; all of them are checked and published when the module starts. */
  readonly journeysDir: string;
  /** Seconds that the check of a journey that a designer sends may take. Default 20. */
  readonly checkSeconds?: number | undefined;
}

const OPTIONS = Symbol('publishing options');

/** Definitions: published at the start, compiled when they are needed, checked when a designer sends one. Global. */
@Module({})
export class PublishingModule implements OnModuleInit {
  /** What the start has published. */
  published: readonly Published[] = [];

  constructor(
    @Inject(OPTIONS) private readonly options: PublishingModuleOptions,
    private readonly catalogue: ServiceCatalogue,
    private readonly store: DefinitionStore,
  ) {}

  static forRoot(options: PublishingModuleOptions): DynamicModule {
    const providers = [
      {
        provide: Definitions,
        inject: [DefinitionStore, ServiceCatalogue],
        useFactory: (store: DefinitionStore, catalogue: ServiceCatalogue) =>
          new Definitions(store, definitionCompiler(catalogue)),
      },
      {
        provide: JourneyChecks,
        inject: [ServiceCatalogue],
        useFactory: (catalogue: ServiceCatalogue) =>
          new JourneyChecks(catalogue, { seconds: options.checkSeconds }),
      },
    ];
    return {
      module: PublishingModule,
      global: true,
      providers: [{ provide: OPTIONS, useValue: options }, ...providers],
      exports: providers,
    };
  }

  async onModuleInit(): Promise<void> {
    this.published = await publishJourneys(this.options.journeysDir, this.catalogue, this.store);
  }
}
