import { types } from 'node:util';
import { RetryableError } from '#runtime';

/** SQLSTATE classes of https://www.postgresql.org/docs/current/errcodes-appendix.html in which waiting helps. */
const PASSING = new Set([
  '08', // connection
  '25', // transaction state: a server that has become read-only is about to be replaced
  '40', // serialization, deadlock
  '53', // disk full, too many connections, out of memory
  '55', // not in the state for it: locked, starting
  '57', // cancelled, shutting down, starting up
  '58', // the system under it
]);

/** Classes in which the data are at fault: data exception, integrity constraint, limit exceeded. */
const OF_THE_DATA = new Set(['22', '23', '54']);

const NO_CONNECTION =
  /terminated|not queryable|timeout exceeded when trying to connect|read timeout|after calling end|ended by|closed the connection/i;

/** Whether Postgres refused what it was given, rather than being out of reach or out of order. */
export function isOfTheData(error: unknown): boolean {
  return OF_THE_DATA.has(sqlState(error)?.slice(0, 2) ?? '');
}

/** Whether it refused because there is such a row already, by this unique index of a partitioned table. */
export function isDouble(error: unknown, table: string, columns: string): boolean {
  const { constraint } = error as { constraint?: unknown };
  // The index of a partition is named after the partition and its columns.
  const name = new RegExp(`^${table}_\\d+_${columns}_idx$`);
  return sqlState(error) === '23505' && name.test(String(constraint));
}

/** The error as the runtime is to see it: RetryableError when it will pass, else as it is. */
export function asFailure(error: unknown): unknown {
  if (!types.isNativeError(error)) return error;
  const state = sqlState(error);
  const passing =
    state === undefined
      ? 'syscall' in error || NO_CONNECTION.test(error.message) || 'errors' in error
      : PASSING.has(state.slice(0, 2));
  if (!passing) return error;
  const reason = error.message || (error as { code?: string }).code || 'no reason given';
  return new RetryableError(`Postgres is out of reach: ${reason}`, { cause: error });
}

/** Runs a query; rejects with RetryableError when Postgres is out of reach. */
export async function reaching<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw asFailure(error);
  }
}

/** Five characters; node's own codes (ECONNREFUSED …) are longer or not of this alphabet's form. */
export function sqlState(error: unknown): string | undefined {
  if (!types.isNativeError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error
    ? error.code
    : undefined;
}
