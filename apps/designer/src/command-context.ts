import { type ServiceCatalogue } from '#journey';
import { type Instant } from '#statechart';

/** What a designer's command works with; given from outside, so that tests can give their own. */
export interface CommandContext {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
  /** The folder in which every journey has its own. */
  readonly journeys: string;
  /** The folder of the authorities' contracts. */
  readonly contracts: string;
  /** Loaded only when a command needs it. */
  readonly catalogue: () => ServiceCatalogue;
  readonly now: () => Instant;
}

/** Something the designer asked for that cannot be; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function print(stream: NodeJS.WritableStream, ...lines: readonly string[]): void {
  for (const line of lines) stream.write(`${line}\n`);
}
