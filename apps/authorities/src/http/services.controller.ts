import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type ServiceProblem, serviceProblem } from '../simulation/problem.js';
import { type SimulatedResponse } from '../simulation/simulated-response.js';
import { Simulations } from '../simulation/simulations.js';
import { BearerTokens } from './bearer-tokens.js';
import { ProblemError } from './problem-error.js';

/** The services of every role, each under `/<role>` with the path of its contract, and of a municipality under `/<code>/<role>`. */
@ApiExcludeController()
@Controller()
export class ServicesController {
  constructor(
    private readonly simulations: Simulations,
    private readonly tokens: BearerTokens,
  ) {}

  @Post(':authority/*path')
  async call(@Req() request: Request, @Res() response: Response): Promise<void> {
    const route = this.simulations.route(request.path);
    if (!route) {
      throw problem(404, 'unknown-service', `No service of the catalogue answers at POST ${request.path}`);
    }
    const { service, askedOf } = route;
    const { signer, secret } = this.simulations.credentials.of(service, askedOf);
    if (!this.tokens.admit(secret, request.headers.authorization)) {
      throw problem(401, 'unauthorized', `Show the bearer token of ${signer}`);
    }
    if (!request.is('application/json')) {
      throw problem(415, 'unsupported-media-type', 'Send application/json');
    }
    const gone = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const key = keyOf(request.headers['idempotency-key']);
    const { simulation, operation } = route;
    const body: unknown = request.body;
    send(response, await simulation.handle(service, { operation, askedOf, key, body }, gone.signal));
  }
}

function send(response: Response, simulated: SimulatedResponse): void {
  switch (simulated.kind) {
    case 'answer':
      end(response, 200, 'application/json', simulated.answer);
      return;
    case 'accepted':
      response.status(202).end();
      return;
    case 'problem': {
      const { problem: document, retryAfter } = simulated;
      if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
      end(response, document.status, 'application/problem+json', serviceProblem(document));
      return;
    }
    case 'cut':
      response.destroy();
      return;
    case 'silence':
  }
}

/** As `response.send`, without the negotiation: it costs as much as the request itself. */
function end(response: Response, status: number, type: string, document: unknown): void {
  const body = JSON.stringify(document);
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

/** A quoted key (a string of RFC 9651, as the draft of the header asks for) and a bare one are the same. */
function keyOf(header: string | string[] | undefined): string {
  const value = typeof header === 'string' ? header.trim() : '';
  const key = /^"(.*)"$/.exec(value)?.[1] ?? value;
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw problem(
      400,
      'idempotency-key-missing',
      'Send an Idempotency-Key of 1 to 128 visible characters, the same when the request is repeated',
    );
  }
  return key;
}

function problem(status: number, type: string, title: string): ProblemError {
  return new ProblemError({ status, type, title } satisfies ServiceProblem);
}
