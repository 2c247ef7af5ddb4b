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

/** What a part of this name is, unless a class says otherwise. */
const TOKENS = {
  alerts: Alerts,
  announcer: Announcer,
  assistances: AssistanceStore,
  authorities: AuthorityPort,
  calendar: CalendarClock,
  catalogue: ServiceCatalogue,
  chains: AccessChainStore,
  check: ChainCheck,
  correctionAnswers: CorrectionAnswers,
  corrections: CorrectionStore,
  definitions: Definitions,
  digests: KeyedDigest,
  disclosures: DisclosureLog,
  dispatches: DispatchStore,
  documents: DocumentStore,
  doorbell: Doorbell,
  drafts: DraftStore,
  feedback: FeedbackStore,
  given: GivenMandateStore,
  journeys: JourneyStore,
  keys: HeadKeys,
  links: CaseLinks,
  mandates: MandateStore,
  messages: MessageStore,
  ops: OpsStore,
  overviews: OverviewStore,
  paused: Pauses,
  reader: JourneyReader,
  recent: RecentDispatches,
  runtime: JourneyRuntime,
  secondChannels: SecondChannelStore,
  settings: SettingStore,
  succession: CorrectionSuccession,
  verifications: ChainVerificationStore,
  wall: WallClock,
};

function tokens<Name extends keyof typeof TOKENS>(...names: readonly Name[]): Pick<typeof TOKENS, Name> {
  return Object.fromEntries(names.map(name => [name, TOKENS[name]])) as Pick<typeof TOKENS, Name>;
}

/** Provider of a class that takes its parts by name, each under its own token. */
function ofParts<Parts extends object, Made>(
  provide: new (parts: Parts) => Made,
  of: { readonly [Name in keyof Parts]-?: Abstract<NonNullable<Parts[Name]>> },
): Provider {
  const names = Object.keys(of);
  const useFactory = (...parts: unknown[]): Made =>
    new provide(Object.fromEntries(names.map((name, i) => [name, parts[i]])) as Parts);
  return { provide, inject: Object.values<Abstract<unknown>>(of), useFactory };
}

const READ = tokens('journeys', 'dispatches', 'drafts', 'definitions', 'calendar', 'wall');

const PROVIDERS: Provider[] = [
  RecentDispatches,
  Pauses,
  ofParts(JourneyRuntime, {
    ...READ,
    ...tokens(
      'messages',
      'overviews',
      'mandates',
      'assistances',
      'catalogue',
      'links',
      'documents',
      'digests',
      'doorbell',
    ),
    ...tokens('announcer', 'alerts', 'correctionAnswers', 'recent', 'paused'),
  }),
  ofParts(CorrectionAnswers, tokens('corrections', 'catalogue', 'doorbell', 'calendar', 'wall')),
  ofParts(Corrections, {
    ...tokens('corrections', 'dispatches', 'mandates', 'assistances', 'definitions', 'catalogue'),
    ...tokens('digests', 'doorbell', 'calendar', 'wall'),
    journeys: JourneyReader,
  }),
  ofParts(
    CorrectionSuccession,
    tokens('corrections', 'dispatches', 'catalogue', 'doorbell', 'calendar', 'wall'),
  ),
  ofParts(
    AuthorityChanges,
    tokens('runtime', 'dispatches', 'corrections', 'succession', 'catalogue', 'calendar'),
  ),
  ofParts(JourneyReader, READ),
  ofParts(JourneyFeedback, tokens('reader', 'feedback', 'calendar')),
  ofParts(EarlierAnswers, tokens('reader', 'journeys', 'definitions', 'calendar')),
  ofParts(Documents, { ...tokens('documents', 'dispatches', 'catalogue'), journeys: JourneyReader }),
  ofParts(Mailbox, tokens('messages', 'settings', 'journeys', 'definitions', 'calendar')),
  ofParts(SecondChannels, tokens('secondChannels', 'authorities', 'catalogue', 'calendar', 'wall')),
  ofParts(Mandates, tokens('mandates', 'definitions', 'journeys', 'catalogue', 'calendar', 'announcer')),
  ofParts(Assistances, tokens('assistances', 'mandates', 'journeys', 'definitions', 'calendar', 'announcer')),
  ofParts(UnregisteredParticipants, tokens('ops', 'journeys')),
  ofParts(GivenMandates, {
    ...tokens('given', 'mandates', 'drafts', 'definitions', 'journeys', 'catalogue'),
    ...tokens('digests', 'doorbell', 'announcer', 'calendar', 'wall'),
  }),
  ofParts(OverviewReader, tokens('journeys', 'overviews', 'definitions', 'calendar', 'wall')),
  ofParts(OfferReader, tokens('journeys', 'definitions')),
  ofParts(DisclosureReader, { ...tokens('disclosures', 'definitions'), journeys: JourneyReader }),
  ofParts(ProofReader, { ...tokens('chains', 'keys', 'definitions'), journeys: JourneyReader }),
  {
    // The list of erasures is kept where no process that serves people can reach it.
    provide: ChainCheck,
    inject: [AccessChainStore, HeadKeys],
    useFactory: (chains: AccessChainStore, keys: HeadKeys) => new ChainCheck({ chains, keys }),
  },
  ofParts(ChainVerifications, tokens('check', 'verifications', 'chains', 'wall')),
  {
    provide: HeadKeys,
    inject: [HeadKeyStore, WallClock],
    useFactory: (store: HeadKeyStore, wall: WallClock) => new HeadKeys(store, wall),
  },
  ofParts(Dispatching, {
    ...tokens('runtime', 'recent', 'paused', 'dispatches', 'messages', 'authorities', 'catalogue'),
    ...tokens('alerts', 'calendar', 'wall'),
    secondChannels: SecondChannels,
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
