/**
 * Ports (hexagonal architecture): what the runtime needs from the outside. Each asks for the least; its rules stand above it and are
 * proved for every adapter by one conformance suite (`test/conformance/ports/`). A port is an abstract class, and so its own token.
 */

// The truth: what one event changes, and where it is committed with optimistic concurrency.
export * from './ports/change.js';
export * from './ports/journey-store.js';
export * from './ports/page-request.js';
// The outbox: dispatches until they are settled, and what is due.
export * from './ports/dispatch-store.js';
export * from './ports/due-store.js';
// The doorbell, and who is told.
export * from './ports/doorbell.js';
export * from './ports/announcer.js';
export * from './ports/alerts.js';
// What people are told, and how.
export * from './ports/letters.js';
export * from './ports/message-store.js';
export * from './ports/setting-store.js';
export * from './ports/calendar-feed-store.js';
export * from './ports/second-channel-store.js';
export * from './ports/case-links.js';
// The world outside.
export * from './ports/authority-port.js';
export * from './ports/calendar-clock.js';
export * from './ports/wall-clock.js';
// What else is kept.
export * from './ports/appraisal-store.js';
export * from './ports/assistance-store.js';
export * from './ports/audit-log.js';
export * from './ports/correction-store.js';
export * from './ports/definition-store.js';
export * from './ports/disclosure-log.js';
export * from './ports/document-store.js';
export * from './ports/draft-store.js';
export * from './ports/given-mandate-store.js';
export * from './ports/feedback-store.js';
export * from './ports/keyed-digest.js';
export * from './ports/mandate-store.js';
export * from './ports/ops-store.js';
export * from './ports/overview-store.js';
export * from './ports/pause-store.js';
export * from './ports/person-vault.js';
export * from './ports/browser-session-store.js';
export * from './ports/ops-session-store.js';
export * from './ports/session-store.js';
export * from './ports/signing-key-store.js';
