import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { ServiceCatalogue } from '#journey';
import { AppraisalStore, Definitions, DefinitionStore } from '#runtime';
import { definitionCompiler, ReadAtStart } from './definition-compiler.js';
import { JourneyChecks } from './journey-checks.js';
import { JourneyStudies } from './study/journey-studies.js';
import { type Published, publishJourneys } from './publish-journeys.js';

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
    private readonly start: ReadAtStart,
    private readonly catalogue: ServiceCatalogue,
    private readonly store: DefinitionStore,
  ) {}

  static forRoot(options: PublishingModuleOptions): DynamicModule {
    const providers = [
      {
        provide: Definitions,
        inject: [DefinitionStore, ServiceCatalogue, ReadAtStart],
        useFactory: (store: DefinitionStore, catalogue: ServiceCatalogue, start: ReadAtStart) =>
          new Definitions(store, definitionCompiler(catalogue, start)),
      },
      {
        provide: JourneyChecks,
        inject: [ServiceCatalogue],
        useFactory: (catalogue: ServiceCatalogue) =>
          new JourneyChecks(catalogue, { seconds: options.checkSeconds }),
      },
      {
        provide: JourneyStudies,
        inject: [ServiceCatalogue, DefinitionStore, AppraisalStore],
        useFactory: (catalogue: ServiceCatalogue, store: DefinitionStore, appraisals: AppraisalStore) =>
          new JourneyStudies(catalogue, store, appraisals, options.journeysDir),
      },
    ];
    return {
      module: PublishingModule,
      global: true,
      providers: [{ provide: OPTIONS, useValue: options }, ReadAtStart, ...providers],
      exports: providers,
    };
  }

  async onModuleInit(): Promise<void> {
    const { published, definitions, journeys } = await publishJourneys(
      this.options.journeysDir,
      this.catalogue,
      this.store,
    );
    this.published = published;
    this.start.checked = new Map(definitions.map(sound => [sound.definition.hash, sound]));
    this.start.journeys = journeys;
  }
}
