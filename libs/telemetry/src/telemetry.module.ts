import {
  type Abstract,
  type CanActivate,
  Controller,
  type DynamicModule,
  type ExecutionContext,
  Get,
  Header,
  Module,
  Res,
  type Type,
  UnauthorizedException,
  UseGuards,
  VERSION_NEUTRAL,
} from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Logger } from 'pino';
import { Registry } from 'prom-client';
import { Alerts, AuthorityPort, JourneyStore, OpsStore, sameSecret } from '#runtime';
import { type Dependency, Health, type Readiness } from './health.js';
import { LOGGER } from './log.js';
import { loggedAlerts } from './logged-alerts.js';
import { meteredAuthorities } from './metered-authorities.js';
import { meteredJourneyStore } from './metered-journey-store.js';
import { Metrics } from './metrics.js';

export interface TelemetryModuleOptions {
  readonly logger: Logger;
  /** Tokens of what health asks. */
  readonly dependencies: readonly Type<{ readonly dependency: Dependency }>[];
  /** Tokens of the adapters that are measured: each is provided under its port, within a decorator that measures it. */
  readonly measured: {
    readonly journeys: Abstract<JourneyStore>;
    readonly authorities: Abstract<AuthorityPort>;
  };
}

/** Observability: log, metrics, alerts and health. Global. */
@Module({})
export class TelemetryModule {
  static forRoot({ logger, dependencies, measured }: TelemetryModuleOptions): DynamicModule {
    const providers = [
      { provide: LOGGER, useValue: logger },
      { provide: Metrics, inject: [OpsStore], useFactory: (ops: OpsStore) => new Metrics(ops) },
      {
        provide: Alerts,
        inject: [Metrics],
        useFactory: (metrics: Metrics) => loggedAlerts(logger, metrics),
      },
      {
        provide: Health,
        inject: [...dependencies],
        useFactory: (...asked: { readonly dependency: Dependency }[]) =>
          new Health(asked.map(({ dependency }) => dependency)),
      },
      {
        provide: JourneyStore,
        inject: [measured.journeys, Metrics],
        useFactory: meteredJourneyStore,
      },
      {
        provide: AuthorityPort,
        inject: [measured.authorities, Metrics],
        useFactory: meteredAuthorities,
      },
    ];
    return { module: TelemetryModule, global: true, providers, exports: providers };
  }
}

@ApiTags('operation')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the process runs; if not, start it anew' })
  @ApiOkResponse()
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether it can do its work: Postgres and the queue answer' })
  @ApiOkResponse()
  @ApiServiceUnavailableResponse({
    description: 'Something it needs does not answer; send requests elsewhere',
  })
  async ready(@Res({ passthrough: true }) response: ServerResponse): Promise<Readiness> {
    const readiness = await this.health.readiness();
    response.statusCode = readiness.ready ? 200 : 503;
    return readiness;
  }
}

@ApiTags('operation')
@Controller({ path: 'metrics', version: VERSION_NEUTRAL })
class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  @ApiOperation({ summary: 'Measurements for Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: "Prometheus' text format" })
  read(): Promise<string> {
    return this.metrics.text();
  }
}

export interface StatusModuleOptions {
  /** Access to health. */
  readonly health?: ClassDecorator;
  /** Access to the metrics. */
  readonly metrics: ClassDecorator;
}

/** Liveness and readiness probes and metrics of a process: `/health/live`, `/health/ready`, `/metrics`. */
@Module({})
export class StatusModule {
  static forRoot({ health = () => undefined, metrics }: StatusModuleOptions): DynamicModule {
    return {
      module: StatusModule,
      controllers: [
        decorated(class extends HealthController {}, HealthController.name, health),
        decorated(class extends MetricsController {}, MetricsController.name, metrics),
      ],
    };
  }
}

/** Gives a controller's subclass its name and its decorator: the class itself is shared by all modules. */
function decorated(controller: Type, name: string, decorator: ClassDecorator): Type {
  Object.defineProperty(controller, 'name', { value: name });
  decorator(controller);
  return controller;
}

/** Bearer-token guard for a process that knows no callers. Without a token nobody is let in. */
export function MetricsToken(token: string | undefined): ClassDecorator {
  return UseGuards(new MetricsTokenGuard(token));
}

class MetricsTokenGuard implements CanActivate {
  readonly #token: string | undefined;

  constructor(token: string | undefined) {
    this.#token = token;
  }

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { authorization } = http.getRequest<IncomingMessage>().headers;
    const allowed = this.#token !== undefined && authorization !== undefined;
    if (allowed && sameSecret(authorization, `Bearer ${this.#token}`)) return true;
    http.getResponse<ServerResponse>().setHeader('WWW-Authenticate', 'Bearer');
    throw new UnauthorizedException('Send METRICS_TOKEN as bearer token.');
  }
}
