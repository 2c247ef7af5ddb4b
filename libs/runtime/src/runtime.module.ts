import {
  type Abstract,
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type Provider,
} from '@nestjs/common';
import { ServiceCatalogue } from '#journey';
import { Assistances } from './assistance/assistances.js';
import { UnregisteredParticipants } from './assistance/unregistered-participants.js';
import { OfferReader } from './between/offer-reader.js';
import { AuthorityChanges } from './authority-changes.js';
import { CorrectionAnswers } from './corrections/correction-answers.js';
import { Corrections } from './corrections/corrections.js';
import { CorrectionSuccession } from './corrections/correction-succession.js';
import { Definitions } from './definitions.js';
import { DisclosureReader } from './disclosure-reader.js';
import { Dispatching } from './dispatching.js';
import { Documents } from './documents.js';
import { ErasureNews } from './erasing/ports.js';
import { EarlierAnswers } from './earlier-answers.js';
import { JourneyFeedback } from './journey-feedback.js';
import { JourneyReader } from './journey-reader.js';
import { JourneyRuntime } from './journey-runtime.js';
import { GivenMandates } from './mandates/given-mandates.js';
import { Mandates } from './mandates/mandates.js';
import { OverviewReader } from './overview/overview-reader.js';
import { SecondChannels } from './mailbox/second-channels.js';
import { Mailbox } from './mailbox/mailbox.js';
import { HeadKeys } from './proving/head-keys.js';
import { ProofReader } from './proving/proof-reader.js';
import { ChainCheck } from './proving/chain-check.js';
import { ChainVerifications } from './proving/chain-verifications.js';
import { AccessChainStore, ChainVerificationStore, HeadKeyStore } from './proving/ports.js';
import {
  Alerts,
  Announcer,
  AssistanceStore,
  AuthorityPort,
  CalendarClock,
  CaseLinks,
  CorrectionStore,
  SecondChannelStore,
  DisclosureLog,
  DispatchStore,
  DocumentStore,
  Doorbell,
  DraftStore,
  GivenMandateStore,
  FeedbackStore,
  JourneyStore,
  KeyedDigest,
  MandateStore,
  MessageStore,
  OpsStore,
  OverviewStore,
  PublicCaseLinks,
  SettingStore,
  systemClock,
  WallClock,
} from './ports.js';
import { Pauses } from './pauses.js';
import { RecentDispatches } from './recent-dispatches.js';

/** Provider of a class that takes its parts by name, each under its own token. */
function ofParts<Parts extends object, Made>(
  provide: new (parts: Parts) => Made,
  tokens: { readonly [Name in keyof Parts]-?: Abstract<NonNullable<Parts[Name]>> },
): Provider {
  const names = Object.keys(tokens);
  const useFactory = (...parts: unknown[]): Made =>
    new provide(Object.fromEntries(names.map((name, i) => [name, parts[i]])) as Parts);
  return { provide, inject: Object.values<Abstract<unknown>>(tokens), useFactory };
}

const READ = {
  journeys: JourneyStore,
  dispatches: DispatchStore,
  drafts: DraftStore,
  definitions: Definitions,
  calendar: CalendarClock,
  wall: WallClock,
};

const PROVIDERS: Provider[] = [
  RecentDispatches,
  Pauses,
  ofParts(JourneyRuntime, {
    ...READ,
    messages: MessageStore,
    overviews: OverviewStore,
    mandates: MandateStore,
    assistances: AssistanceStore,
    catalogue: ServiceCatalogue,
    links: CaseLinks,
    documents: DocumentStore,
    digests: KeyedDigest,
    doorbell: Doorbell,
    announcer: Announcer,
    alerts: Alerts,
    correctionAnswers: CorrectionAnswers,
    recent: RecentDispatches,
    paused: Pauses,
  }),
  ofParts(CorrectionAnswers, {
    corrections: CorrectionStore,
    catalogue: ServiceCatalogue,
    doorbell: Doorbell,
    calendar: CalendarClock,
    wall: WallClock,
  }),
  ofParts(Corrections, {
    corrections: CorrectionStore,
    journeys: JourneyReader,
    dispatches: DispatchStore,
    mandates: MandateStore,
    assistances: AssistanceStore,
    definitions: Definitions,
    catalogue: ServiceCatalogue,
    digests: KeyedDigest,
    doorbell: Doorbell,
    calendar: CalendarClock,
    wall: WallClock,
  }),
  ofParts(CorrectionSuccession, {
    corrections: CorrectionStore,
    dispatches: DispatchStore,
    catalogue: ServiceCatalogue,
    doorbell: Doorbell,
    calendar: CalendarClock,
    wall: WallClock,
  }),
  ofParts(AuthorityChanges, {
    runtime: JourneyRuntime,
    dispatches: DispatchStore,
    corrections: CorrectionStore,
    succession: CorrectionSuccession,
    catalogue: ServiceCatalogue,
    calendar: CalendarClock,
  }),
  ofParts(JourneyReader, READ),
  ofParts(JourneyFeedback, { reader: JourneyReader, feedback: FeedbackStore, calendar: CalendarClock }),
  ofParts(EarlierAnswers, {
    reader: JourneyReader,
    journeys: JourneyStore,
    definitions: Definitions,
    calendar: CalendarClock,
  }),
  ofParts(Documents, {
    journeys: JourneyReader,
    documents: DocumentStore,
    dispatches: DispatchStore,
    catalogue: ServiceCatalogue,
  }),
  ofParts(Mailbox, {
    messages: MessageStore,
    settings: SettingStore,
    journeys: JourneyStore,
    definitions: Definitions,
    calendar: CalendarClock,
  }),
  ofParts(SecondChannels, {
    secondChannels: SecondChannelStore,
    authorities: AuthorityPort,
    catalogue: ServiceCatalogue,
    calendar: CalendarClock,
    wall: WallClock,
  }),
  ofParts(Mandates, {
    mandates: MandateStore,
    definitions: Definitions,
    journeys: JourneyStore,
    catalogue: ServiceCatalogue,
    calendar: CalendarClock,
    announcer: Announcer,
  }),
  ofParts(Assistances, {
    assistances: AssistanceStore,
    mandates: MandateStore,
    journeys: JourneyStore,
    definitions: Definitions,
    calendar: CalendarClock,
    announcer: Announcer,
  }),
  ofParts(UnregisteredParticipants, { ops: OpsStore, journeys: JourneyStore }),
  ofParts(GivenMandates, {
    given: GivenMandateStore,
    mandates: MandateStore,
    drafts: DraftStore,
    definitions: Definitions,
    journeys: JourneyStore,
    catalogue: ServiceCatalogue,
    digests: KeyedDigest,
    doorbell: Doorbell,
    announcer: Announcer,
    calendar: CalendarClock,
    wall: WallClock,
  }),
  ofParts(OverviewReader, {
    journeys: JourneyStore,
    overviews: OverviewStore,
    definitions: Definitions,
    calendar: CalendarClock,
    wall: WallClock,
  }),
  ofParts(OfferReader, { journeys: JourneyStore, definitions: Definitions }),
  ofParts(DisclosureReader, {
    journeys: JourneyReader,
    disclosures: DisclosureLog,
    definitions: Definitions,
  }),
  ofParts(ProofReader, {
    chains: AccessChainStore,
    keys: HeadKeys,
    journeys: JourneyReader,
    definitions: Definitions,
  }),
  {
    // The list of erasures is kept where no process that serves people can reach it.
    provide: ChainCheck,
    inject: [AccessChainStore, HeadKeys],
    useFactory: (chains: AccessChainStore, keys: HeadKeys) => new ChainCheck({ chains, keys }),
  },
  ofParts(ChainVerifications, {
    check: ChainCheck,
    verifications: ChainVerificationStore,
    chains: AccessChainStore,
    wall: WallClock,
  }),
  {
    provide: HeadKeys,
    inject: [HeadKeyStore, WallClock],
    useFactory: (store: HeadKeyStore, wall: WallClock) => new HeadKeys(store, wall),
  },
  ofParts(Dispatching, {
    runtime: JourneyRuntime,
    recent: RecentDispatches,
    paused: Pauses,
    dispatches: DispatchStore,
    messages: MessageStore,
    authorities: AuthorityPort,
    secondChannels: SecondChannels,
    catalogue: ServiceCatalogue,
    alerts: Alerts,
    calendar: CalendarClock,
    wall: WallClock,
  }),
];

/** The two clocks; the time of this machine unless given. */
export interface Clocks {
  readonly calendar?: CalendarClock | undefined;
  readonly wall?: WallClock | undefined;
}

export interface RuntimeModuleOptions {
  readonly clocks?: Clocks | undefined;
  /** The address at which people reach this system. */
  readonly publicUrl?: string | undefined;
}

/** The use cases, over whatever provides their ports. Global. */
@Module({})
export class RuntimeModule implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly erasures: ErasureNews,
  ) {}

  static forRoot({ clocks = {}, publicUrl }: RuntimeModuleOptions = {}): DynamicModule {
    const { calendar = systemClock, wall = systemClock } = clocks;
    const outside = [
      { provide: CalendarClock, useValue: calendar },
      { provide: WallClock, useValue: wall },
      { provide: CaseLinks, useValue: new PublicCaseLinks(publicUrl) },
    ];
    const providers = [...outside, ...PROVIDERS];
    return { module: RuntimeModule, global: true, providers, exports: providers };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.erasures.listen(erased => this.runtime.forget(erased));
  }
}
