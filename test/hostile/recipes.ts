import { type JsonSchema } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { exampleValue } from '../../libs/workshop/src/play/example-value.js';
import { type ApiDocument, type Operation, type Parameter, standalone } from '../e2e/api/operations.js';
import { formData } from '../support/form-data.js';
import { type SeededRandom } from '../support/index.js';
import { type Canaries } from './canaries.js';
import { design } from './designs.js';
import { type HostileWorld } from './hostile-world.js';
import { type Knowledge, type KnownJourney, type OpenTask } from './knowledge.js';
import { type Sender, type Shot } from './shot.js';

/** What a request is about, found before it is written. */
interface Subject {
  readonly sender: Sender;
  readonly path: Readonly<Record<string, string>>;
  readonly etag?: string;
  readonly event?: string;
  readonly body?: JsonObject;
  /** In place of it. */
  readonly file?: Buffer;
}

const REASON = 'for this test';
const FORM = 'application/x-www-form-urlencoded';
const HABITS = { query: 0.25, keyed: 0.5, guarded: 0.2, page: 0.3 };

/**
 * Valid requests to every operation of our OpenAPI document: who may ask and about what is looked up in what is known, bodies come
 * from schemas and forms.
 */
export class Recipes {
  readonly #document: ApiDocument;
  readonly #world: HostileWorld;
  readonly #knowledge: Knowledge;
  readonly #canaries: Canaries;

  constructor(document: ApiDocument, world: HostileWorld, knowledge: Knowledge, canaries: Canaries) {
    this.#document = document;
    this.#world = world;
    this.#knowledge = knowledge;
    this.#canaries = canaries;
  }

  /** @returns undefined while nothing is known that one could ask for */
  shot(operation: Operation, random: SeededRandom): Shot | undefined {
    const subject = this.#subject(operation, random);
    if (!subject) return undefined;
    const body = this.#bytes(operation, subject);
    const path = this.#path(operation, subject, random);
    // An authority signs what it sends, to the byte.
    const sender = operation.callers.includes('authority')
      ? this.#world.signed(subject.sender.id, path, String(body ?? ''))
      : subject.sender;
    return {
      intent: 'valid',
      sender,
      method: operation.method,
      path,
      headers: {
        'accept-language': random.pick(['da', 'en', 'en;q=0.5, da']),
        ...sender.headers,
        ...this.#headers(operation.parameters, subject, random),
        ...(body !== undefined && {
          'content-type':
            subject.file || operation.bodyType === FORM ? operation.bodyType! : 'application/json',
        }),
      },
      ...(body !== undefined && { body }),
    };
  }

  /** Does an open task, or keeps a draft of it. */
  task(kind: 'submit' | 'draft', open: OpenTask, random: SeededRandom): JsonObject {
    const { task, journey, person } = open;
    const { event, withData } = random.pick(task.events);
    if (kind === 'submit' && !withData) return { event };
    const cpr = this.#world.citizens.find(({ id }) => id === person.id)?.cpr;
    const schema = (task.form?.schema ?? {}) as JsonSchema;
    const data = formData(schema, {
      random,
      today: this.#world.today(),
      persons: [...(cpr === undefined ? [] : [cpr]), ...this.#world.relatives.map(relative => relative.cpr)],
      prefill: (task.prefill ?? {}) as JsonObject,
    });
    const planted = this.#canaries.plantIn(
      data,
      schema,
      person.id,
      `${journey.definition} ${task.form?.name}`,
    );
    return kind === 'submit' ? { event, data: planted } : { data: planted };
  }

  #subject({ name, callers, parameters }: Operation, random: SeededRandom): Subject | undefined {
    const asks = (parameter: string): boolean =>
      parameters.some(each => each.in === 'path' && each.name === parameter);
    if (callers.includes('citizen')) return this.#citizens(name, asks, random);
    if (callers.includes('authority')) return this.#authoritys(asks('dispatch'), random);
    if (callers.includes('caseworker')) return this.#caseworkers(asks('assistance'), random);
    if (callers.includes('designer')) return this.#designers(asks('hash'), random);
    if (callers.includes('auditor')) return this.#auditors(random);
    const { nobody, citizens, scraper, ops, signIns } = this.#world;
    if (callers.includes('face')) {
      const { id, cpr = '' } = random.pick(citizens);
      const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
      const type = 'urn:ietf:params:oauth:token-type:id_token';
      const body = {
        grant_type: exchange,
        subject_token: signIns.idToken(cpr),
        subject_token_type: type,
        scope: 'citizen',
      };
      return { sender: signIns.face(id), path: {}, body };
    }
    if (name.endsWith('/tokens/sign-out')) {
      return { sender: nobody, path: {}, body: { logout_token: signIns.logoutToken() } };
    }
    if (asks('secret')) {
      const known = [...this.#knowledge.calendars];
      if (known.length === 0) return undefined;
      const [secret, sender] = random.pick(known);
      return { sender, path: { secret } };
    }
    const path = {
      definition: random.pick(this.#world.definitions),
      code: random.pick(['stale', 'invalid', 'forbidden']),
    };
    if (callers.length === 0) return { sender: random.pick([nobody, random.pick(citizens)]), path };
    if (name.endsWith('/metrics')) return { sender: random.pick([scraper, ops]), path };
    return this.#opss(name, asks, random);
  }

  #bytes({ body, bodyType }: Operation, subject: Subject): string | Buffer | undefined {
    if (body === undefined) return undefined;
    if (bodyType === FORM) return String(new URLSearchParams(subject.body as Record<string, string>));
    return subject.file ?? JSON.stringify(this.#body(body, subject));
  }

  #citizens(name: string, asks: (parameter: string) => boolean, random: SeededRandom): Subject | undefined {
    if (asks('message')) {
      const known = [...this.#knowledge.messages];
      if (known.length === 0) return undefined;
      const [message, sender] = random.pick(known);
      return { sender, path: { message } };
    }
    if (asks('session')) {
      const known = [...this.#knowledge.sessions];
      if (known.length === 0) return undefined;
      const [session, person] = random.pick(known);
      const sender = this.#world.citizens.find(({ id }) => id === person);
      return sender && { sender, path: { session } };
    }
    if (asks('offer')) {
      const known = [...this.#knowledge.offers];
      if (known.length === 0) return undefined;
      const [offer, sender] = random.pick(known);
      return { sender, path: { offer }, body: { answer: random.pick(['take', 'decline']) } };
    }
    if (asks('correction')) {
      const known = [...this.#knowledge.corrections];
      if (known.length === 0) return undefined;
      const [correction, sender] = random.pick(known);
      return { sender, path: { correction } };
    }
    if (name.startsWith('POST') && name.endsWith('/corrections')) {
      const known = [...this.#knowledge.disclosures];
      if (known.length === 0) return undefined;
      const [disclosure, sender] = random.pick(known);
      const body = { disclosure, wrong: 'Der står 2. sal.', right: 'Det er 1. sal.' };
      return { sender, path: {}, body };
    }
    if (asks('mandate')) {
      const known = [...this.#knowledge.mandates];
      if (known.length === 0) return undefined;
      const [mandate, sender] = random.pick(known);
      return { sender, path: { mandate } };
    }
    if (name.includes('/mandates')) {
      const { cpr } = random.pick(this.#world.relatives);
      const today = this.#world.today();
      const body = { cpr, name: 'Bo Holm', journeys: ['moving'], from: today, until: today };
      return { sender: random.pick(this.#world.citizens), path: {}, body };
    }
    if (asks('field')) return this.#documents(name, random);
    if (!asks('journey')) {
      return {
        sender: random.pick(this.#world.citizens),
        path: {},
        body: {
          definition: random.pick(this.#world.definitions),
          language: random.pick(['da', 'en']),
          ...random.pick([
            { way: 'sms', address: '12 34 56 78' },
            { way: 'email', address: 'anna@example.dk' },
          ]),
          code: '123456',
        },
      };
    }
    if (asks('task')) {
      const open = this.#knowledge.openTask(random);
      if (!open) return undefined;
      const body = this.task(name.includes('draft') ? 'draft' : 'submit', open, random);
      return {
        sender: open.person,
        path: { journey: open.journey.id, task: open.task.task },
        etag: open.view.etag,
        body,
      };
    }
    const feedback = name.includes('feedback');
    const cancelling = name.includes('cancellation');
    const fitting = this.#knowledge.journeys().flatMap(journey =>
      journey.people
        .filter(({ id }) => !cancelling || journey.views.get(id)?.document.cancellable === true)
        .filter(({ id }) => !feedback || journey.views.get(id)?.document.links.feedback !== undefined)
        .map(sender => ({ journey, sender })),
    );
    if (fitting.length === 0) return undefined;
    const { journey, sender } = random.pick(fitting);
    const body = feedback && {
      body: { score: random.pick([1, 2, 3, 4, 5]), remark: 'The letters were long.' },
    };
    return { sender, path: { journey: journey.id }, ...about(journey, sender), ...body };
  }

  #documents(name: string, random: SeededRandom): Subject | undefined {
    if (!name.startsWith('PUT')) {
      const known = [...this.#knowledge.documents];
      if (known.length === 0) return undefined;
      const [place, sender] = random.pick(known);
      const [, , , journey = '', , task = '', , field = ''] = place.split('/').map(decodeURIComponent);
      return { sender, path: { journey, task, field } };
    }
    const place = this.#knowledge.documentField(random);
    if (!place) return undefined;
    const { person: sender, ...path } = place;
    const file = Buffer.from(`%PDF-1.7\n${this.#canaries.plant(sender.id, 'a document')}\n`);
    return { sender, path, file };
  }

  #authoritys(calledBack: boolean, random: SeededRandom): Subject | undefined {
    const heard = this.#world.eavesdropper.heard.filter(
      ({ path }) => path.startsWith('/v1/callbacks/') === calledBack,
    );
    if (heard.length === 0) return undefined;
    const { authority, path, body } = random.pick(heard);
    const sender = { ...this.#world.nobody, standing: 'authority' as const, id: authority };
    return { sender, path: { dispatch: path.split('/').at(-1)! }, body: JSON.parse(body) as JsonObject };
  }

  #designers(asksForHash: boolean, random: SeededRandom): Subject | undefined {
    const { hashes } = this.#knowledge;
    if (asksForHash && hashes.size === 0) return undefined;
    const hash = asksForHash ? random.pick([...hashes]) : '';
    const definition = random.pick(this.#world.definitions);
    return {
      sender: this.#world.designer,
      path: { hash, definition },
      body: { ...design(random), reason: REASON },
    };
  }

  #auditors(random: SeededRandom): Subject {
    const views = this.#knowledge.journeys().flatMap(({ views: seen }) => [...seen.values()]);
    const references = views.map(({ document }) => document.reference);
    const reference = random.pick(['FLY-7K3M-2Q9X-D4TN', ...references]);
    return { sender: this.#world.auditor, path: {}, body: { reference, reason: REASON } };
  }

  #caseworkers(asksForOne: boolean, random: SeededRandom): Subject | undefined {
    const { caseworker: sender, relatives } = this.#world;
    const open = [...this.#knowledge.assistances];
    if (asksForOne) return open.length > 0 ? { sender, path: { assistance: random.pick(open) } } : undefined;
    const { cpr } = random.pick(relatives);
    return { sender, path: {}, body: { cpr, identified: 'counter', reason: 'exempt' } };
  }

  #opss(name: string, asks: (parameter: string) => boolean, random: SeededRandom): Subject | undefined {
    const { ops, catalogue } = this.#world;
    const { held, paused, dispatches, incidents, everyJourney } = this.#knowledge;
    const authorities = catalogue.authorities().map(({ id }) => id);
    const resuming = name.includes('resume');
    const journeys = [...(resuming && held.size > 0 ? held : everyJourney)];
    const all = [...dispatches.values()];
    const parked = all.filter(({ status }) => status === 'parked');
    const asked = name.startsWith('POST') ? parked : all;
    if (asks('journey') && journeys.length === 0) return undefined;
    if (asks('dispatch') && asked.length === 0) return undefined;
    if (asks('cause') && incidents.size === 0) return undefined;
    const dispatch = asks('dispatch') ? random.pick(asked) : undefined;
    return {
      sender: ops,
      path: {
        journey: journeys.length > 0 ? random.pick(journeys) : '',
        authority: random.pick(resuming && paused.size > 0 ? [...paused] : authorities),
        dispatch: dispatch?.id ?? '',
        ...(incidents.size > 0 && random.pick([...incidents.values()])),
      },
      body: {
        reason: REASON,
        ...(dispatch && { answer: catalogue.service(dispatch.service)?.example.answer as JsonObject }),
      },
    };
  }

  #path(operation: Operation, { path }: Subject, random: SeededRandom): string {
    const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
      const value = path[parameter];
      if (value === undefined)
        throw new Error(`${operation.name} has a parameter "${parameter}": teach recipes.ts what it is.`);
      return encodeURIComponent(value);
    });
    const pairs = operation.parameters.flatMap(parameter => {
      if (parameter.in !== 'query') return [];
      const value = this.#query(operation, parameter, random);
      return value === undefined ? [] : [`${parameter.name}=${encodeURIComponent(value)}`];
    });
    return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
  }

  #query(
    operation: Operation,
    { name, schema, required }: Parameter,
    random: SeededRandom,
  ): string | undefined {
    if (name === 'after' || name === 'before')
      return random.happens(HABITS.page) ? this.#knowledge.pageOf(operation.name) : undefined;
    if (required !== true && !random.happens(HABITS.query)) return undefined;
    const { enum: choices } = schema as { readonly enum?: readonly string[] };
    if (choices) return random.pick(choices);
    const journeys = [...this.#knowledge.everyJourney];
    if (name === 'journey') return journeys.length > 0 ? random.pick(journeys) : undefined;
    const context = { now: Date.now(), person: '' };
    return String(exampleValue(standalone(this.#document, schema), context));
  }

  #headers(
    parameters: readonly Parameter[],
    { etag, event }: Subject,
    random: SeededRandom,
  ): Readonly<Record<string, string>> {
    const values: Readonly<Record<string, string | undefined>> = {
      'Idempotency-Key': random.happens(HABITS.keyed)
        ? `key-${random.whole(0, 0xffffffff)}-${random.whole(0, 0xffffffff)}`
        : undefined,
      'If-Match': random.happens(HABITS.guarded) ? etag : undefined,
      'If-None-Match': random.happens(HABITS.guarded) ? etag : undefined,
      'Last-Event-ID': random.happens(HABITS.guarded) ? event : undefined,
    };
    return Object.fromEntries(
      parameters.flatMap(({ name, in: place }) => {
        const value = place === 'header' ? values[name] : undefined;
        return value === undefined ? [] : [[name.toLowerCase(), value] as const];
      }),
    );
  }

  /** What the schema asks for, with what is known in its place. Members that it has not are left out. */
  #body(schema: JsonSchema, { body = {} }: Subject): Json {
    const example = exampleValue(standalone(this.#document, schema), {
      now: Date.now(),
      person: '',
    }) as JsonObject;
    const members = this.#membersOf(schema);
    const known = Object.entries(body).filter(([name]) => members.length === 0 || members.includes(name));
    return { ...example, ...Object.fromEntries(known) };
  }

  #membersOf(schema: JsonSchema): readonly string[] {
    const { $ref, properties } = schema as { readonly $ref?: string; readonly properties?: object };
    if ($ref === undefined) return Object.keys(properties ?? {});
    return this.#membersOf(this.#document.components.schemas[$ref.split('/').at(-1)!] ?? {});
  }
}

function about(journey: KnownJourney, { id }: Sender): Pick<Subject, 'etag' | 'event'> {
  const etag = journey.views.get(id)?.etag;
  const event = journey.events.at(-1);
  return { ...(etag !== undefined && { etag }), ...(event !== undefined && { event }) };
}
