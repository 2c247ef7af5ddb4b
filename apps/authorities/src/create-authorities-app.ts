import { type LoggerService, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { authoritySecret, Catalogue } from '#authorities';
import { type Clocks, systemClock } from '#runtime';
import { BearerTokens } from './http/bearer-tokens.js';
import { ControlController } from './http/control.controller.js';
import { controlValidation } from './http/control-validation.js';
import { ServiceProblemFilter } from './http/problem.filter.js';
import { ServicesController } from './http/services.controller.js';
import { type Population } from './population/population.js';
import { type Knobs } from './simulation/knobs.js';
import { Simulations } from './simulation/simulations.js';

export interface AuthoritiesAppOptions {
  /** The authorities to simulate; those that come with the system unless given. */
  readonly catalogue?: Catalogue;
  /** The secret shared with each role, and with each authority that has its own; or one from which those of the roles are derived. */
  readonly secrets: string | Readonly<Record<string, string>>;
  /** Where callbacks and events go, without a slash at the end; undefined while it is not known yet. */
  readonly callbackBaseUrl: () => string | undefined;
  /** The knobs every authority starts with; a callback after 0 ms is the default. */
  readonly knobs?: Knobs;
  /** Whom all registers know; without it they answer for everybody by the examples of their contracts. */
  readonly population?: Population;
  /** Keeps the ledgers in this file, over restarts; without it they live in memory. */
  readonly ledgerFile?: string;
  /** The time of this machine, unless given. */
  readonly clocks?: Clocks;
  /** From 0 up to 1: decides on random errors. */
  readonly random?: () => number;
  readonly logger?: LoggerService | false;
}

/** The running simulations: `app` to listen with, `simulations` to look into and steer within the same process. */
export interface AuthoritiesApp {
  readonly app: NestExpressApplication;
  readonly simulations: Simulations;
  /** Listens and gives the base address, e.g. `http://127.0.0.1:40123`. Port 0 takes a free one. */
  listen(port: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Makes the simulated authorities: every service of the catalogue over HTTP under `/<authority>`, and the control side.
 *
 * @throws Error when an authority of the catalogue has no secret
 */
export async function createAuthoritiesApp(options: AuthoritiesAppOptions): Promise<AuthoritiesApp> {
  const catalogue = options.catalogue ?? Catalogue.load();
  const secret = secretsOf(options.secrets, catalogue);
  const simulations = new Simulations({
    catalogue,
    secret,
    callbackBaseUrl: options.callbackBaseUrl,
    calendar: options.clocks?.calendar ?? systemClock,
    wall: options.clocks?.wall ?? systemClock,
    random: options.random ?? Math.random,
    knobs: options.knobs ?? {},
    population: options.population,
    ...(options.ledgerFile !== undefined && { ledgerFile: options.ledgerFile }),
  });

  @Module({
    // The control side first: its addresses stand before the one that takes whatever a contract says.
    controllers: [ControlController, ServicesController],
    providers: [{ provide: Simulations, useValue: simulations }, BearerTokens],
  })
  class AuthoritiesAppModule {}

  const app = await NestFactory.create<NestExpressApplication>(AuthoritiesAppModule, {
    logger: options.logger ?? false,
    // A silent authority leaves connections open, which must not keep the process from ending.
    forceCloseConnections: true,
    abortOnError: false,
    // Only JSON is parsed, below.
    bodyParser: false,
  });
  app.useBodyParser('json', { limit: '1mb' });
  app.disable('x-powered-by');
  // No answer is requested twice, and its digest costs more than sending it.
  app.disable('etag');
  app.useGlobalPipes(controlValidation());
  app.useGlobalFilters(new ServiceProblemFilter());
  describeControl(app);
  return {
    app,
    simulations,
    async listen(port, host = '127.0.0.1') {
      await app.listen(port, host);
      return app.getUrl();
    },
    async close() {
      simulations.close();
      await app.close();
    },
  };
}

function secretsOf(
  secrets: AuthoritiesAppOptions['secrets'],
  catalogue: Catalogue,
): (id: string) => string | undefined {
  // Then only roles have one.
  if (typeof secrets === 'string')
    return id => (catalogue.authority(id) ? authoritySecret(secrets, id) : undefined);
  const missing = catalogue.authorities().filter(({ id }) => !secrets[id]);
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => id).join(', ');
    throw new Error(`No shared secret for ${ids}; give one for each authority of the catalogue`);
  }
  return id => secrets[id];
}

function describeControl(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Simulated authorities')
    .setDescription('The control side: ledgers, knobs, people, answers, callbacks and register events.')
    .setVersion('1')
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config));
}
