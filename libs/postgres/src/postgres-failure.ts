import { types } from 'node:util';
import { RetryableError } from '#runtime';

/** Transient SQLSTATE classes (https://www.postgresql.org/docs/current/errcodes-appendix.html): trying again helps. */
const TRANSIENT_CLASSES = new Set([
  '08', // connection
  '25', // transaction state: a server that has become read-only is about to be replaced
  '40', // serialization, deadlock
  '53', // disk full, too many connections, out of memory
  '55', // not in the state for it: locked, starting
  '57', // cancelled, shutting down, starting up
  '58', // the system under it
]);

/** Classes in which the data are at fault: data exception, integrity constraint, limit exceeded. */
const DATA_CLASSES = new Set(['22', '23', '54']);

const NO_CONNECTION =
  /terminated|not queryable|timeout exceeded when trying to connect|read timeout|after calling end|ended by|closed the connection/i;

/** Data error: Postgres refused what it was given, rather than being out of reach or out of order. */
export function isDataError(error: unknown): boolean {
  return DATA_CLASSES.has(sqlState(error)?.slice(0, 2) ?? '');
}

/** Unique violation (23505) of this unique index of a partitioned table. */
export function isUniqueViolation(error: unknown, table: string, columns: string): boolean {
  const { constraint } = error as { constraint?: unknown };
  // The index of a partition is named after the partition and its columns.
  const name = new RegExp(`^${table}_\\d+_${columns}_idx$`);
  return sqlState(error) === '23505' && name.test(String(constraint));
}

/** Translates an error for the runtime: RetryableError when it is transient, else as it is. */
export function toStoreError(error: unknown): unknown {
  if (!types.isNativeError(error)) return error;
  const state = sqlState(error);
  const transient =
    state === undefined
      ? 'syscall' in error || NO_CONNECTION.test(error.message) || 'errors' in error
      : TRANSIENT_CLASSES.has(state.slice(0, 2));
  if (!transient) return error;
  const reason = error.message || (error as { code?: string }).code || 'no reason given';
  return new RetryableError(`Postgres is out of reach: ${reason}`, { cause: error });
}

/** SQLSTATE of an error: five characters; node's own codes (ECONNREFUSED …) have another form. */
export function sqlState(error: unknown): string | undefined {
  if (!types.isNativeError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error
    ? error.code
    : undefined;
}
