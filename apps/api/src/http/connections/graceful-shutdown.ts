import { type Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type RequestHandler } from 'express';
import { NewConnections } from './new-connections.js';
import { RequestsUnderWay } from './requests-under-way.js';

/** Milliseconds that those who have just connected have to ask, when the process ends. */
const LAST_ORDERS = 1_000;
/** Milliseconds that requests under way may take then. */
const DRAIN = 4_000;

/** Graceful shutdown of the HTTP server: it takes no more connections, and answers what it has taken, within a bound. */
@Injectable()
export class GracefulShutdown implements BeforeApplicationShutdown {
  readonly #underWay = new RequestsUnderWay();
  #server: Server | undefined;
  #connections: NewConnections | undefined;

  /** @param server that does not listen yet */
  follow(server: Server): RequestHandler {
    this.#server = server;
    this.#connections = new NewConnections(server);
    return this.#underWay.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#server?.close();
    this.#underWay.beLast();
    await this.#connections?.heard(LAST_ORDERS);
    await this.#underWay.end(DRAIN);
  }
}
