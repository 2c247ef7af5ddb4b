import { type JourneyDocument } from '../../rest/documents.js';

/** A task that was open once, or never, and a case that goes on without it. */
export class TaskNotOpen extends Error {
  constructor(readonly journey: JourneyDocument) {
    super('The task is not open to whoever asks for it.');
  }
}
