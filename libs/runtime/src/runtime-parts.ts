import { type ServiceCatalogue } from '#journey';
import { type CorrectionAnswers } from './corrections/correction-answers.js';
import { type Definitions } from './definitions.js';
import { type GroupOptions } from './group-commit.js';
import { type HandOffParts } from './hand-off.js';
import {
  type Alerts,
  type AssistanceStore,
  type CalendarClock,
  type CaseLinks,
  type DispatchStore,
  type DocumentStore,
  type DraftStore,
  type JourneyStore,
  type KeyedDigest,
  type MandateStore,
  type MessageStore,
  type OverviewStore,
  type WallClock,
} from './ports.js';

/** What the use cases stand on: the driven ports (hexagonal architecture), and what reads definitions. */
export interface RuntimeParts extends HandOffParts {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
  readonly documents: DocumentStore;
  readonly drafts: DraftStore;
  readonly messages: MessageStore;
  readonly overviews: OverviewStore;
  readonly mandates: MandateStore;
  readonly assistances: AssistanceStore;
  readonly definitions: Definitions;
  readonly catalogue: Pick<ServiceCatalogue, 'registerEvent'>;
  /** Names requests by their Idempotency-Keys. */
  readonly digests: KeyedDigest;
  readonly alerts: Alerts;
  /** Absent where nobody asks for corrections. */
  readonly correctionAnswers?: Pick<CorrectionAnswers, 'settle'>;
  /** Unless given, what is sent holds no link. */
  readonly links?: CaseLinks;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

export interface RuntimeOptions extends GroupOptions {
  /** Journeys whose state is kept in memory. */
  readonly cached?: number;
}
