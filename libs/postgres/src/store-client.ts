import { types } from 'node:util';
import pg from 'pg';
import { toStoreError } from './postgres-failure.js';

/**
 * Client whose failures are the runtime's own: RetryableError when Postgres is out of reach, all else as it came. Each method takes and gives
 * `never`, which fits every overload that pg declares.
 */
export class StoreClient extends pg.Client {
  override connect(...told: never[]): never {
    return translated(Reflect.apply(super.connect, this, told));
  }

  override query(...asked: never[]): never {
    return translated(Reflect.apply(super.query, this, asked));
  }
}

/** Pool of such clients. */
export class StorePool extends pg.Pool {
  constructor(settings: pg.PoolConfig) {
    super({ ...settings, Client: StoreClient });
  }

  override connect(...told: never[]): never {
    return translated(Reflect.apply(super.connect, this, told));
  }

  override query(...asked: never[]): never {
    return translated(Reflect.apply(super.query, this, asked));
  }
}

/** A pool asks its clients by callback, which is told of the failure as it came: it is translated once, in the promise of the pool. */
function translated(answer: unknown): never {
  if (!types.isPromise(answer)) return answer as never;
  return answer.catch((error: unknown) => {
    throw toStoreError(error);
  }) as never;
}
