import { fileURLToPath } from 'node:url';
import { type LoggerService, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { STYLES_PATH } from './pages/document.js';
import { mitIdHeaders } from './mitid-headers.js';
import { type MitIdClient, type MitIdPerson } from './people.js';
import { newIssuer, CHOICE_PATH } from './issuer/new-issuer.js';
import { issuerKeys } from './issuer/issuer-keys.js';
import { PEOPLE, MITID_ISSUER, ChoiceController } from './choice.controller.js';
import { ChoiceFilter } from './choice.filter.js';

export interface MitIdOptions {
  /** Its address, to the letter as in `iss`, without a slash at the end. */
  readonly issuer: string;
  readonly clients: readonly MitIdClient[];
  readonly people: readonly MitIdPerson[];
  /** Keeps its keys from one start to the next. */
  readonly keyFile?: string | undefined;
  readonly logger?: LoggerService | false;
}

const STYLES = fileURLToPath(new URL('../public/mitid.css', import.meta.url));

/** Simulated MitID: whoever asks may be any of its people. Never for the public: it has no program of its own, so that none can be deployed. */
export async function createMitIdApp(options: MitIdOptions): Promise<NestExpressApplication> {
  const { issuer, clients, people } = options;
  const provider = await newIssuer(issuer, clients, people, await issuerKeys(options.keyFile));

  @Module({
    controllers: [ChoiceController],
    providers: [
      { provide: MITID_ISSUER, useValue: provider },
      { provide: PEOPLE, useValue: people },
    ],
  })
  class MitIdModule {}

  const app = await NestFactory.create<NestExpressApplication>(MitIdModule, {
    logger: options.logger ?? false,
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.useGlobalFilters(new ChoiceFilter());
  app.use(mitIdHeaders(clients.map(({ redirectUri }) => new URL(redirectUri).origin)));
  app.use(STYLES_PATH, express.static(STYLES));
  app.use(CHOICE_PATH, express.urlencoded({ extended: false, limit: '4kb' }));
  // The provider answers whatever is not a page of ours, 404 included.
  const answer = provider.callback();
  app.use((request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (request.path.startsWith(`${CHOICE_PATH}/`)) next();
    else void answer(request, response);
  });
  return app;
}
