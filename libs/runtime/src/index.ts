export { AuthorityChanges, type AuthorityChangesParts } from './authority-changes.js';
export {
  type BeginNotice,
  type BegunJourney,
  type Between,
  type Notice,
  type OfferState,
  type StartedBy,
} from './between/between.js';
export { OFFER_ANSWERS, type OfferRequest, unknownOffer } from './between/offer.js';
export { OfferReader, type OfferReaderParts, type OfferView } from './between/offer-reader.js';
export { type CancellationPreview } from './decide/cancellation-preview.js';
export { type CancelRequest } from './decide/cancel.js';
export { unknownJourney, unknownMessage } from './decide/refusal.js';
export { type ReportRequest } from './decide/report.js';
export { type Outcome, type SettleRequest } from './decide/settle.js';
export { type SkipPreview } from './decide/skip-preview.js';
export { type StartRequest } from './decide/start.js';
export { type TaskForm, type Exchange, type SubmitRequest } from './decide/submit.js';
export {
  type Correction,
  CORRECTION,
  type CorrectionAnswer,
  type CorrectionContent,
  isOpenCorrection,
} from './corrections/correction.js';
export { isOfCorrection, reasonOf } from './corrections/correction-letters.js';
export {
  type CorrectionRequest,
  Corrections,
  type CorrectionsParts,
  unknownCorrection,
} from './corrections/corrections.js';
export { holderOfData } from './corrections/holder-of-data.js';
export { Definitions, type CompileDefinition, type DefinitionVersion } from './definitions.js';
export {
  type AccessItem,
  type AccessPage,
  DisclosureReader,
  type OwnItem,
  type DisclosureReaderParts,
  type OpenAccess,
  type SparseAccess,
} from './disclosure-reader.js';
export { Documents, type DocumentsParts, MOST_DOCUMENT_BYTES, type OpenedDocument } from './documents.js';
export { dispatchId, parseDispatchId } from './dispatch-id.js';
export { Dispatching, RINGS_A_SECOND, type DispatchingParts, type Performed } from './dispatching.js';
export {
  InvariantError,
  RequestError,
  RetryableError,
  UncancellableError,
  UnreachableError,
  type FieldError,
  type RequestErrorCode,
} from './errors.js';
export { ContradictionError } from './between/contradictions.js';
export { JourneyFeedback } from './journey-feedback.js';
export { SecondChannels, TEXT_SERVICE } from './mailbox/second-channels.js';
export { type EarlierAnswer, EarlierAnswers, type EarlierAnswersParts } from './earlier-answers.js';
export { caseReference, idEndOf } from './case-reference.js';
export {
  DispatchStatus,
  isOpen,
  JournalKind,
  JourneyStatus,
  type Compensating,
  type Compensation,
  type Disclosure,
  type DispatchRecord,
  type JournalEntry,
  type JourneyRecord,
  type NewParticipant,
  detailSeen,
  type RunState,
  type SeenEntry,
  type UndoReason,
} from './journey-record.js';
export { Erasing, type ErasingParts } from './erasing/erasing.js';
export {
  ERASED_KINDS,
  ErasureReason,
  type ErasedRows,
  type ErasedSubject,
  type Erasure,
  type ExpiredErasure,
  type JourneyErasure,
  type KeptReason,
  type PersonErasure,
} from './erasing/erasure.js';
export * from './erasing/ports.js';
export { GroupRead } from './group-read.js';
export { JourneyReader, type JourneyReaderParts } from './journey-reader.js';
export { JourneyRuntime, type SettleResult } from './journey-runtime.js';
export { DELIVERY } from './mailbox/delivery-input.js';
export { Mailbox, type MailboxItem, type MailboxParts } from './mailbox/mailbox.js';
export {
  type LetterAddress,
  type MessageContent,
  type MessageRecord,
  MessageStatus,
  type MessageWay,
  OFFERED,
  type OutgoingMessage,
} from './mailbox/message.js';
export { accessFields, type AccessField, type AccessFields, ownerOf } from './proving/access-fields.js';
export {
  ChainCheck,
  type ChainCheckParts,
  type ChainFault,
  ChainFaultKind,
  type ChainReport,
} from './proving/chain-check.js';
export {
  type AccessProof,
  checkProof,
  PROOF_FORMAT,
  type ProofReport,
  type ProvenEntry,
} from './proving/access-proof.js';
export { Chaining, type ChainingParts } from './proving/chaining.js';
export { ChainVerifications, type ChainVerificationsParts } from './proving/chain-verifications.js';
export { HeadKeys } from './proving/head-keys.js';
export * from './proving/ports.js';
export { ProofReader, type ProofReaderParts } from './proving/proof-reader.js';
export {
  saltedBySecret,
  type SaltedFields,
  type ShownField,
  type ShownFields,
} from './proving/commitment.js';
export { namedIn, type ReadingScope } from './known-access.js';
export { readOn } from './read-on.js';
export * from './assistance/assistance.js';
export { type Requester } from './decide/participant-request.js';
export { Assistances, type AssistanceRequest, type AssistancesParts } from './assistance/assistances.js';
export {
  UnregisteredParticipants,
  type UnregisteredParticipantsParts,
} from './assistance/unregistered-participants.js';
export { type MandateRequest } from './mandates/givable.js';
export { GivenMandates, type GivenMandatesParts } from './mandates/given-mandates.js';
export {
  covers,
  type GivenMandate,
  isInForce,
  nameForHolder,
  mandateEnd,
  type Mandate,
  type MandateNames,
  type Reach,
  withDeaths,
} from './mandates/mandate.js';
export { Mandates, type MandatesParts, noMandate } from './mandates/mandates.js';
export { isDead, type RegisteredDeath, turnOf, withTold } from './mandates/registered-death.js';
export { comesAfter, type RegisteredName } from './mandates/registered-name.js';
export { isDelivery, messageNumber, placeOfMessage } from './mailbox/message-number.js';
export {
  SECTION_STATUSES,
  type SectionEnd,
  type SectionStatus,
  type SectionView,
} from './journey-sections.js';
export { isStateQuiet } from './is-quiet.js';
export { type AuthorityWork, DELAY_REASONS, type JourneyView, type WaitingTimer } from './journey-view.js';
export { type OpenedJourney } from './opened-journey.js';
export {
  type Overview,
  type OverviewedJourney,
  OverviewReader,
  type OverviewReaderParts,
} from './overview/overview-reader.js';
export { CAUSED_KINDS, TELLING_KINDS, tidingsIn } from './overview/tidings-in.js';
export { type Told } from './overview/told.js';
export { Pauses } from './pauses.js';
export { RecentDispatches } from './recent-dispatches.js';
export { Relay } from './relay.js';
export { roleOf } from './role-of.js';
export { type RetrySchedule } from './retry-schedule.js';
export * from './ports.js';
export { RuntimeModule, type Clocks } from './runtime.module.js';
export { type RuntimeOptions, type RuntimeParts } from './runtime-parts.js';
export { sameSecret } from './same-secret.js';
export { compensationOf, runStateOf } from './stored-state.js';
export { type SentAnswer } from './sent-answers.js';
export { TimelineKind, type TimelineItem, type TimelinePage } from './timeline.js';
