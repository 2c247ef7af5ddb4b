import { type Logger } from 'pino';
import { serializeError } from './log.js';

/** Adapter of Nest's `LoggerService` to pino. What Nest says at start-up about each route is detail, so it goes out as debug. */
export class NestLog {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#logger.debug({ context: contextOf(rest) }, text(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#logger.warn({ context: contextOf(rest) }, text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    // What keeps an application from starting is thrown as well, and told by whoever starts it.
    if (contextOf(rest) === 'ExceptionHandler') return this.log(message, ...rest);
    this.#logger.error(
      { context: contextOf(rest), err: message instanceof Error ? message : undefined },
      text(message),
    );
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#logger.fatal({ context: contextOf(rest) }, text(message));
  }
}

function contextOf(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function text(message: unknown): string {
  return message instanceof Error ? String(serializeError(message)['message']) : String(message);
}
