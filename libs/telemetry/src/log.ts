import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';

/** Injection token of the process's pino `Logger`. */
export const LOGGER = Symbol('logger');

// A net under the rule that nothing personal is logged: what carries credentials or content by its name is struck out.
const NEVER = [
  'authorization',
  'cookie',
  'set-cookie',
  'cpr',
  'body',
  'data',
  'input',
  'answer',
  'token',
  'secret',
];
const REDACTED = NEVER.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

const CPR = /\b\d{6}[ -]?\d{4}\b/g;

/** Redaction: the text with whatever looks like a CPR number struck out. */
export function withoutCpr(text: string): string {
  return text.replace(CPR, '[cpr]');
}

/** What Postgres found in the data: its messages repeat the value. Class 22 data exception, 23 integrity constraint. */
const OF_THE_DATA = /^2[23][0-9A-Z]{3}$/;
const QUOTED = /"[^"]*"?/gs;

/** Structured logging, one JSON object a line. `process` is the name of ours that writes: api, worker. */
export function createLogger(
  options: { readonly process: string; readonly level: LevelWithSilent },
  destination?: DestinationStream,
): Logger {
  const settings = {
    name: options.process,
    level: options.level,
    redact: { paths: REDACTED, censor: '[not logged]' },
    serializers: { err: serializeError },
    base: { process: options.process },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/** Allow-list serializer of errors: name, code, message and stack, with whatever looks like a CPR number struck out; none of an error's other properties. */
export function serializeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: withoutCpr(String(error)) };
  const code: unknown = 'code' in error ? error.code : undefined;
  const message =
    typeof code === 'string' && OF_THE_DATA.test(code) ? error.message.replace(QUOTED, '"…"') : error.message;
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutCpr(message),
    // A stack begins with the message.
    ...(error.stack !== undefined && { stack: withoutCpr(error.stack.replace(error.message, message)) }),
    ...(error.cause !== undefined && { cause: serializeError(error.cause) }),
  };
}
