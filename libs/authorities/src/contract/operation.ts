import { type MandateRule, type SourcePath, type Telling, type Words } from '#journey';
import { type JsonObject } from '#schema';
import { type ServiceExtension } from './written-contract.js';

/** A schema with an example, and where both are written. */
export interface Body {
  readonly schema: JsonObject;
  readonly example: JsonObject;
  readonly schemaAt: SourcePath;
  readonly exampleAt: SourcePath;
}

/** One operation of a contract, its short forms expanded. */
export interface Operation extends ServiceExtension {
  readonly operationId: string;
  readonly path: string;
  /** The operation in the document. */
  readonly at: SourcePath;
  /** `operationId`, or `none`. */
  readonly compensation?: string;
  readonly tells?: readonly Telling[];
  readonly request: Body;
  readonly answer: Body;
  /** Whether the document writes out a 202 response. */
  readonly accepts: boolean;
}

/** One event that an authority reports, its short form expanded. */
export interface ReportedEvent {
  readonly event: string;
  readonly name: Words;
  readonly at: SourcePath;
  readonly operationId?: string;
  readonly data: Body;
  readonly tells?: readonly Telling[];
  readonly mandates?: readonly MandateRule[];
}
