/**
 * *Published language*: the shapes in which the API answers. Types alone, from the very classes that its OpenAPI document is made
 * of: no code of the API is part of a face.
 */
export {
  type AssistanceDocument,
  type AssistanceList,
  type BeginAssistance,
} from '../../../api/src/assistances/assistance-documents.js';
export { type AuditDocument, type AuditPage } from '../../../api/src/audit/audit-documents.js';
export {
  type AuditedCaseDocument,
  type CaseLookup,
} from '../../../api/src/auditor/audited-case-documents.js';
export { type ChainReportDocument, type ChainsDocument } from '../../../api/src/auditor/chain-documents.js';
export {
  type ProcessingRecordDocument,
  type RecordedJourneyDocument,
} from '../../../api/src/auditor/processing-record-documents.js';
export { type AnswerDocument, type AnswerPage } from '../../../api/src/citizen/answer-document.js';
export {
  type AuthorityContactDocument,
  type AuthorityContactPage,
} from '../../../api/src/citizen/authority-contact-document.js';
export { type CancellationDocument } from '../../../api/src/citizen/cancellation-document.js';
export {
  type DefinitionDocument,
  type DefinitionListItem,
  type DefinitionPage,
} from '../../../api/src/citizen/definition-document.js';
export {
  type CorrectionDocument,
  type CorrectionPage,
} from '../../../api/src/corrections/correction-document.js';
export { type CorrectionOrder } from '../../../api/src/corrections/correction-order.js';
export {
  type DisclosureDocument,
  type DisclosurePage,
} from '../../../api/src/citizen/disclosure-document.js';
export {
  type EarlierAnswerDocument,
  type EarlierAnswersDocument,
} from '../../../api/src/citizen/earlier-answer-document.js';
export { type ExampleDocument } from '../../../api/src/citizen/example/example-document.js';
export { type FormDocument } from '../../../api/src/citizen/form-document.js';
export {
  type AuthorityWorkDocument,
  type ContactDocument,
  type HappenedPage,
  type HappeningDocument,
  type JourneyDocument,
  type JourneyListItem,
  type JourneyPage,
} from '../../../api/src/citizen/journey-document.js';
export { type OutcomeDocument, type SectionDocument } from '../../../api/src/citizen/section-document.js';
export { type KeptDraft } from '../../../api/src/citizen/task-answer.js';
export {
  type ShownDocument,
  type TaskDocument,
  type TaskEventDocument,
} from '../../../api/src/citizen/task-document.js';
export {
  type AppraisalDocument,
  type CatalogueJourney,
  type CatalogueJourneyPage,
  type CatalogueVersion,
  type PictureDocument,
  type ReadVersionDocument,
} from '../../../api/src/designer/catalogue-documents.js';
export { type FeedbackDocument, type GivenFeedback } from '../../../api/src/feedback/feedback-documents.js';
export { type AttachedDocument } from '../../../api/src/documents/document-documents.js';
export { type MessageDocument, type MessagePage } from '../../../api/src/mailbox/message-document.js';
export {
  type OwnSecondChannelDocument,
  type ProposedSecondChannel,
  type SecondChannelDocument,
} from '../../../api/src/mailbox/second-channel-documents.js';
export { type SettingsDocument } from '../../../api/src/mailbox/settings-document.js';
export {
  type MandateDocument,
  type MandatePreviewDocument,
  type MandatesDocument,
} from '../../../api/src/mandates/mandate-documents.js';
export { type MandateOrder } from '../../../api/src/mandates/mandate-order.js';
export { type ExportDocument, type ExportedJourney } from '../../../api/src/my-data/export-document.js';
export { type ProofDocument } from '../../../api/src/my-data/proof-document.js';
export {
  type CalendarFeedDocument,
  type NewCalendarFeedDocument,
} from '../../../api/src/overview/calendar/calendar-document.js';
export { type OverviewCaseDocument } from '../../../api/src/overview/overview-case-document.js';
export {
  type OverviewDocument,
  type OverviewTaskDocument,
  type OverviewWorkDocument,
} from '../../../api/src/overview/overview-document.js';
export {
  type AppointmentDocument,
  type BenefitDocument,
  type DecisionDocument,
  type PaymentDocument,
} from '../../../api/src/overview/told-document.js';
export { type OfferDocument, type OfferPage } from '../../../api/src/offers/offer-document.js';
export { type OpsIncident, type OpsIncidentPage } from '../../../api/src/ops/incident-documents.js';
export {
  type OpsAuthority,
  type OpsDispatch,
  type OpsDispatchDetail,
  type OpsDispatchPage,
  type OpsHeldJourneys,
  type OpsJourneyDetail,
  type OpsJourneyPage,
} from '../../../api/src/ops/ops-documents.js';
export { type OpsReopened } from '../../../api/src/ops/ops-reopened.js';
export { type SkipPreviewDocument } from '../../../api/src/ops/skip-preview-document.js';
export { type ProblemCode } from '../../../api/src/problem/problem-code.js';
export {
  type ProblemContradiction,
  type ProblemDocument,
  type ProblemField,
} from '../../../api/src/problem/problem-document.js';
