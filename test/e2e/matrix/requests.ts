import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { dateAt } from '#calendar';
import { readJourneyFolder } from '#journey';
import { type JsonObject, type Json } from '#statechart';
import { exampleValue } from '../../../libs/workshop/src/play/example-value.js';
import { BOARD_PATH } from '../../../apps/api/src/ops/queue-board.js';
import { type System } from '../api/system.js';
import { operationsOf, readApiDocument, standalone } from '../api/operations.js';
import { documentedRoute } from './routes.js';
import { APPLICANTS_TASK, type Scene } from './scene.js';

/** What is sent to a route to ask for a scene, or for what does not exist. */
export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Media type of the body. */
  readonly type: string;
}

type Values = Readonly<Record<string, string>>;

/** What stands in a path for each name of a parameter. */
const ofScene = ({ journey, dispatch, message, offer }: Scene, hash: string): Values => ({
  journey,
  dispatch,
  document: randomUUID(),
  field: 'referral',
  message,
  mandate: randomUUID(),
  offer,
  task: APPLICANTS_TASK,
  session: randomUUID(),
  assistance: randomUUID(),
  correction: randomUUID(),
  secret: 'A'.repeat(43),
  definition: 'removal',
  code: 'stale',
  hash,
  authority: 'skat',
  service: 'cpr.registerMove',
  cause: 'answer-breaks-contract',
  queueName: 'timers',
  jobId: '1',
  queueStatus: 'failed',
  schedulerId: '1',
});

const MISSING: Values = {
  ...ofScene(
    {
      journey: randomUUID(),
      dispatch: `${randomUUID()}-1`,
      offer: randomUUID(),
      message: `${randomUUID()}.${'A'.repeat(22)}`,
      secrets: { applicant: '', partner: '' },
    },
    '0'.repeat(64),
  ),
  definition: 'nowhere',
  code: 'nothing',
  authority: 'nobody',
  cause: 'nothing',
  queueName: 'nothing',
};

/** Whatever any route of the board asks for. */
const FOR_THE_BOARD: Json = { concurrency: 1, pattern: '0 0 * * *', runAt: 1, priority: 1, jobData: {} };

const FORM = 'application/x-www-form-urlencoded';

/** What is sent as it is, by route. */
const FILES: Readonly<Record<string, string>> = {
  'PUT /v1/journeys/:journey/tasks/:task/documents/:field': '%PDF-1.7\n',
};

/** Says how each route is asked: parameters by their names, bodies by their schemas, and more where a schema does not say enough. */
export class Requests {
  readonly #bodies: ReadonlyMap<string, Json>;
  /** Routes that take a form in place of JSON. */
  readonly #forms: ReadonlySet<string>;
  /** Of a version that nobody is started on. */
  readonly #hash: string;

  private constructor(
    readonly documented: readonly string[],
    bodies: ReadonlyMap<string, Json>,
    forms: ReadonlySet<string>,
    hash: string,
  ) {
    this.#bodies = bodies;
    this.#forms = forms;
    this.#hash = hash;
  }

  static async of(system: System, journeys: string): Promise<Requests> {
    const document = await readApiDocument(system.api);
    const context = { now: system.assembly.clock.now(), person: '' };
    const operations = operationsOf(document).map(operation => ({
      route: documentedRoute(operation.method, operation.path),
      body: operation.body,
      isForm: operation.bodyType === FORM,
    }));
    const told = await moreThanSchemasSay(system, journeys);
    const bodies = operations.flatMap(({ route, body }): [string, Json][] => {
      if (body === undefined || route in FILES) return [];
      const example = exampleValue(standalone(document, body), context) as JsonObject;
      return [[route, { ...example, ...told[route] }]];
    });
    return new Requests(
      operations.map(({ route }) => route),
      new Map(bodies),
      new Set(operations.flatMap(({ route, isForm }) => (isForm ? [route] : []))),
      await publish(system, told['POST /v1/designer/versions']!),
    );
  }

  /** @param scene to ask for; without it, what does not exist is asked for */
  to(route: string, scene?: Scene): RouteRequest {
    const values = scene ? ofScene(scene, this.#hash) : MISSING;
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new Error(`${route} has a parameter "${name}": say in requests.ts what stands for it.`);
      return value;
    });
    const touching = pattern.startsWith(BOARD_PATH) && method !== 'GET';
    const body = touching ? FOR_THE_BOARD : this.#bodies.get(route);
    const file = FILES[route];
    const isForm = this.#forms.has(route);
    const text = isForm ? String(new URLSearchParams(body as Record<string, string>)) : JSON.stringify(body);
    return {
      // Whatever is mounted without routes is a folder of files.
      ...(method === 'USE' ? { method: 'GET', path: `${path}/swagger-ui.css` } : { method, path }),
      body: file ?? (body === undefined ? '' : text),
      type: isForm ? FORM : 'application/json',
    };
  }
}

/** Members of bodies for which any value that fits the schema is not good enough. */
async function moreThanSchemasSay(
  { assembly }: System,
  journeys: string,
): Promise<Readonly<Record<string, JsonObject>>> {
  const { answer } = assembly.catalogue.service('cpr.registerMove')!.example;
  const event = assembly.catalogue.registerEvent('cpr.moveRegistered')!;
  const files = await readJourneyFolder(join(journeys, 'removal'));
  // Another journey, so that it can be withdrawn.
  const spare = { '2025-01-01.yaml': files['2025-01-01.yaml']!.replace('id: removal', 'id: spare') };
  const design = { journey: 'spare', files: { ...files, ...spare } };
  const day = (fromNow: number) => dateAt(assembly.clock.now() + fromNow * 864e5);
  const mandate = {
    cpr: '0101904217',
    name: 'Bo',
    yourName: 'Ane',
    journeys: ['removal'],
    from: day(1),
    until: day(9),
  };
  return {
    'POST /v1/mandates': mandate,
    'POST /v1/mandates/preview': mandate,
    'POST /v1/tokens': { grant_type: 'refresh_token', refresh_token: 'of no session' },
    'POST /v1/assistances': { cpr: '3006501234', identified: 'counter', reason: 'exempt' },
    'POST /v1/audit/cases': { reference: 'FLY-7K3M-2Q9X-D4TN', reason: 'for this test' },
    'POST /v1/audit/cases.csv': { reference: 'FLY-7K3M-2Q9X-D4TN', reason: 'for this test' },
    'POST /v1/journeys': { definition: 'removal' },
    'PUT /v1/second-channel': { way: 'sms', address: '12 34 56 78' },
    'POST /v1/second-channel/confirmation': { code: '123456' },
    'POST /v1/journeys/:journey/tasks/:task': { event: 'keep' },
    'POST /v1/journeys/:journey/tasks/:task/check': { event: 'keep' },
    'PUT /v1/journeys/:journey/tasks/:task/draft': { data: { doctor: '040215' } },
    'POST /v1/offers/:offer': { answer: 'take' },
    'POST /v1/callbacks/:dispatch': { outcome: 'answered', answer },
    'POST /v1/events': { specversion: '1.0', id: randomUUID(), type: event.id, data: event.example },
    'POST /v1/ops/dispatches/:dispatch/resolve': { answer },
    'POST /v1/designer/check': design,
    'POST /v1/designer/versions': design,
  } as Readonly<Record<string, JsonObject>>;
}

async function publish(system: System, design: JsonObject): Promise<string> {
  const designer = await system.signedIn('designer');
  const { body } = await designer.post('/v1/designer/versions', design);
  return (body as readonly { readonly hash: string }[])[0]!.hash;
}
