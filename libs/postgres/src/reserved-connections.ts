import { type Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { isDataError } from './postgres-failure.js';

/**
 * Connections of a pool that are not given back between queries. A pool hands one out a moment later than it is asked, when
 * whatever else the process is about to do has been done: under load long after the query could have been on its way.
 */
export class ReservedConnections {
  readonly #idle: PoolClient[] = [];
  #released = false;
  readonly #pool: Pool;
  readonly #most: number;

  /**
   * @param most how many are kept; if more are needed at once, the others go back
   * @param onError told of a connection that broke while nobody used it; another takes its place
   */
  constructor(pool: Pool, most: number, onError: (error: Error) => void) {
    this.#pool = pool;
    this.#most = most;
    pool.on('connect', client => {
      client.once('end', () => {
        const at = this.#idle.indexOf(client);
        if (at < 0) return;
        this.#idle.splice(at, 1);
        client.release(true);
        onError(new Error('Postgres closed a connection that nobody used'));
      });
    });
  }

  /** Sends at once, if a connection is idle. */
  async query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    const client = this.#idle.pop() ?? (await this.#pool.connect());
    try {
      const result = await client.query<Row>(query);
      this.#keep(client);
      return result;
    } catch (error) {
      if (isDataError(error)) this.#keep(client);
      else client.release(true);
      throw error;
    }
  }

  /** Gives all back, so that the pool can end. */
  release(): void {
    this.#released = true;
    for (const client of this.#idle.splice(0)) client.release();
  }

  #keep(client: PoolClient): void {
    const wanted = this.#idle.length < this.#most && this.#pool.waitingCount === 0;
    if (wanted && !this.#released) this.#idle.push(client);
    else client.release();
  }
}
