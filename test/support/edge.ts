import { randomBytes } from 'node:crypto';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import pino from 'pino';
import request from 'supertest';
import { Catalogue } from '#authorities';
import { type CallerRole } from '#identity';
import { MasterKeys } from '#postgres';
import { definitionCompiler } from '#publishing';
import { Queues } from '#queue';
import {
  Assistances,
  AuditLog,
  Definitions,
  Mandates,
  OpsStore,
  PersonVault,
  SessionNews,
  SessionStore,
  SigningKeyStore,
  systemClock,
  WallClock,
} from '#runtime';
import { LOGGER, Metrics } from '#telemetry';
import { configureHttp } from '../../apps/api/src/http/configure-http.js';
import { EdgeModule, type EdgeModuleOptions } from '../../apps/api/src/http/edge.module.js';
import { type ProblemDocument } from '../../apps/api/src/problem/problem-document.js';
import { sampleCatalogue } from '../../libs/journey/test/sample-catalogue.js';
import { MemoryRateLimiter } from '../../libs/queue/src/memory-rate-limiter.js';
import { type Rate } from '../../libs/queue/src/rate-limiter.js';
import { MemoryAnnouncer, MemorySessionNews, MemoryStores } from '../../libs/runtime/src/memory/index.js';
import { LocalIssuer } from './local-issuer.js';
import { liftedLimits } from './limits-lifted.js';
import { FACE, SIGN_IN, TRUSTED } from './token-issuer.js';

/** HTTP surface of the API without its system. */
export interface Edge {
  readonly app: NestExpressApplication;
  readonly metrics: Metrics;
  readonly issuer: LocalIssuer;
  /** A request by nobody, in English. */
  nobody(): ReturnType<typeof request.agent>;
  /** One by whoever has this token. */
  bearer(token: string): ReturnType<typeof request.agent>;
  /** One by a person in a role. */
  signedIn(person: string, role: CallerRole): Promise<ReturnType<typeof request.agent>>;
  close(): Promise<void>;
}

export interface EdgeOptions extends Partial<EdgeModuleOptions> {
  readonly controllers?: readonly Type[];
  readonly imports?: readonly (Type | DynamicModule)[];
}

const portsOf = (stores: MemoryStores) => [
  { provide: SigningKeyStore, useValue: stores.signingKeys },
  { provide: SessionStore, useValue: stores.sessions },
  { provide: SessionNews, useValue: new MemorySessionNews() },
  { provide: PersonVault, useValue: stores.persons },
  { provide: WallClock, useValue: systemClock },
  { provide: MasterKeys, useFactory: () => MasterKeys.parse(randomBytes(32).toString('base64')) },
  { provide: LOGGER, useValue: pino({ enabled: false }) },
  { provide: Metrics, useFactory: () => new Metrics(stores.ops) },
  {
    provide: Assistances,
    useFactory: () =>
      new Assistances({
        ...stores,
        definitions: new Definitions(stores.definitions, definitionCompiler(sampleCatalogue)),
        calendar: systemClock,
        announcer: new MemoryAnnouncer(),
      }),
  },
  {
    provide: Mandates,
    useFactory: () =>
      new Mandates({
        ...stores,
        definitions: new Definitions(stores.definitions, definitionCompiler(sampleCatalogue)),
        catalogue: sampleCatalogue,
        calendar: systemClock,
        announcer: new MemoryAnnouncer(),
      }),
  },
  { provide: AuditLog, useValue: stores.audit },
  { provide: OpsStore, useValue: stores.ops },
  { provide: Catalogue, useValue: sampleCatalogue },
  // Counts in this process, as every process does whose queues are in Postgres.
  {
    provide: Queues,
    useValue: { backend: { newRateLimiter: (_: string, rate: Rate) => new MemoryRateLimiter(rate) } },
  },
];

@Module({})
class PortsModule {}

/**
 * *Testing module*: the real {@link EdgeModule}, middleware and server settings before the given controllers, listening at a
 * free port. `X-Forwarded-For` is believed, so that a test may call from any address.
 */
export async function startEdge({ controllers = [], imports = [], ...options }: EdgeOptions): Promise<Edge> {
  const stores = new MemoryStores();
  const issuer = await LocalIssuer.open({ ...TRUSTED, clock: systemClock });
  await stores.signingKeys.add(await issuer.stored());
  const edge = EdgeModule.forRoot({
    signIn: { issuer: SIGN_IN.issuer, keys: new URL(SIGN_IN.jwksUrl) },
    faceSecrets: { [FACE.id]: FACE.secret },
    authoritySecrets: {},
    limits: liftedLimits,
    ...options,
  });
  const ports = portsOf(stores);
  const testing = await Test.createTestingModule({
    imports: [{ module: PortsModule, global: true, providers: ports, exports: ports }, edge, ...imports],
    controllers: [...controllers],
  }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    forceCloseConnections: true,
    logger: false,
  });
  configureHttp(app, { trustedProxies: ['127.0.0.1'] });
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  const nobody = () => request.agent(address).set('Accept-Language', 'en');
  const bearer = (token: string) => nobody().set('Authorization', `Bearer ${token}`);
  return {
    app,
    metrics: app.get(Metrics),
    issuer,
    nobody,
    bearer,
    signedIn: async (person, role) => bearer(await issuer.sign({ person, roles: [role] })),
    close: () => app.close(),
  };
}

/** The problem document that a response is, having checked that it is one, with this status and code. */
export function problemIn(response: request.Response, status: number, code: string): ProblemDocument {
  expect({ status: response.status, text: response.text }).toMatchObject({ status });
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const document = response.body as ProblemDocument;
  expect(document).toMatchObject({ code, status, type: `/problems/${code}` });
  expect(document.title).not.toBe('');
  expect(document.detail).not.toBe('');
  expect(document.instance).toMatch(/^urn:uuid:/);
  return document;
}
