import { type JourneyDocument } from '../../apps/api/src/citizen/journey-document.js';
import { type TaskDocument } from '../../apps/api/src/citizen/task-document.js';
import { isObject, type JsonSchema, propertiesOf } from '#schema';
import { type SeededRandom } from '../support/index.js';
import { type Answer, jsonOf, type Sender, type Shot } from './shot.js';

/** A journey as one person read it last. */
export interface View {
  readonly etag: string;
  readonly document: JourneyDocument;
}

export interface KnownJourney {
  readonly id: string;
  readonly definition: string;
  /** Who is known to take part, who began it first. */
  readonly people: Sender[];
  readonly views: Map<string, View>;
  /** Ids of events of its stream. */
  readonly events: string[];
}

export interface KnownDispatch {
  readonly id: string;
  readonly journey: string;
  readonly service: string;
  readonly status: string;
}

/** A place of a form that takes a document. */
export interface DocumentField {
  readonly journey: string;
  readonly task: string;
  readonly field: string;
  readonly person: Sender;
}

/** A task that is open to somebody. */
export interface OpenTask {
  readonly journey: KnownJourney;
  readonly person: Sender;
  readonly view: View;
  readonly task: TaskDocument;
}

/** Journeys that are kept in mind: the newest. */
const KEPT = 200;

/** What the client has learnt from answers, and so can ask for. */
export class Knowledge {
  readonly dispatches = new Map<string, KnownDispatch>();
  readonly held = new Set<string>();
  readonly paused = new Set<string>();
  /** Hashes of versions that the client has published itself. */
  readonly hashes = new Set<string>();
  readonly everyJourney = new Set<string>();
  /** Ids of messages, by whose mailbox they lie in. */
  readonly messages = new Map<string, Sender>();
  /** Ids of open sessions, and the persons whose they are. */
  readonly sessions = new Map<string, string>();
  /** Ids of open offers, by to whom they were made. */
  readonly offers = new Map<string, Sender>();
  /** What fails by service and cause; some of it no longer. */
  readonly incidents = new Map<string, { readonly service: string; readonly cause: string }>();
  /** Ids of assistances; some have ended. */
  readonly assistances = new Set<string>();
  /** Ids of mandates that were given, by who may end them. */
  readonly mandates = new Map<string, Sender>();
  /** Ids of disclosures of which a correction can be asked, by whose they are. */
  readonly disclosures = new Map<string, Sender>();
  /** Ids of corrections, by who has asked for them. */
  readonly corrections = new Map<string, Sender>();
  /** What is secret in the addresses of calendars, by whose they are; some have ended. */
  readonly calendars = new Map<string, Sender>();
  /** What is attached, by its path. */
  readonly documents = new Map<string, Sender>();
  readonly #journeys = new Map<string, KnownJourney>();
  readonly #pages = new Map<string, string>();

  journeys(): readonly KnownJourney[] {
    return [...this.#journeys.values()];
  }

  /** Where the next page of a list begins, if it has one. */
  pageOf(operation: string): string | undefined {
    return this.#pages.get(operation);
  }

  /** Somebody with something to do. */
  openTask(random: SeededRandom): OpenTask | undefined {
    const open = this.#openTasks();
    return open.length > 0 ? random.pick(open) : undefined;
  }

  /** Somewhere to attach a document. */
  documentField(random: SeededRandom): DocumentField | undefined {
    const fields = this.#openTasks().flatMap(({ journey, person, task }) =>
      Object.entries(propertiesOf((task.form?.schema ?? {}) as JsonSchema))
        .filter(([, rules]) => isObject(rules) && rules['format'] === 'document')
        .map(([field]) => ({ journey: journey.id, task: task.task, field, person })),
    );
    return fields.length > 0 ? random.pick(fields) : undefined;
  }

  #openTasks(): readonly OpenTask[] {
    return this.journeys().flatMap(journey =>
      journey.people.flatMap(person => {
        const view = journey.views.get(person.id);
        return (view?.document.tasks ?? []).map(task => ({ journey, person, view: view!, task }));
      }),
    );
  }

  learn(
    { method, path, sender }: Shot,
    operation: string | undefined,
    { status, headers, text }: Answer,
  ): void {
    // Whether it was done or was done before: nobody need ask for it again.
    if (status < 500) this.#forget(method, path);
    if (status === 404) this.documents.delete(bare(path));
    if (method === 'DELETE') this.#forgetSessions(path, sender);
    if (status < 200 || status >= 300) return;
    this.#learnOrders(method, path);
    if (method === 'PUT' && path.includes('/documents/')) this.documents.set(bare(path), sender);
    if (headers['content-type']?.startsWith('text/event-stream')) return this.#learnEvents(path, text);
    const body = jsonOf(text);
    if (isJourney(body) && sender.standing === 'citizen')
      return this.#learnJourney(body, sender, String(headers.etag));
    if (path === '/v1/tokens') {
      const { session, person } = body as { readonly session: string; readonly person: string };
      this.sessions.set(session, person);
    }
    if (method === 'POST' && path === '/v1/assistances')
      this.assistances.add((body as { readonly id: string }).id);
    if (method === 'POST' && path === '/v1/mandates')
      this.mandates.set((body as { readonly id: string }).id, sender);
    if (method === 'POST' && path === '/v1/corrections')
      this.corrections.set((body as { readonly id: string }).id, sender);
    if (path === '/v1/calendar' && method === 'POST') {
      this.calendars.set((body as { readonly secret: string }).secret, sender);
    }
    const { items = body, next } = (body ?? {}) as { readonly items?: unknown; readonly next?: unknown };
    if (operation !== undefined && typeof next === 'string') this.#pages.set(operation, next);
    for (const item of Array.isArray(items) ? (items as Readonly<Record<string, string>>[]) : []) {
      if (path.startsWith('/v1/sessions') && item['id'] !== undefined)
        this.sessions.set(item['id'], sender.id);
      else if (path.includes('/messages') && item['id'] !== undefined) this.messages.set(item['id'], sender);
      else if (/^\/v1\/disclosures(\?|$)/.test(path) && item['id'] !== undefined)
        this.disclosures.set(item['id'], sender);
      else if (path.startsWith('/v1/corrections') && item['id'] !== undefined)
        this.corrections.set(item['id'], sender);
      else if (path.startsWith('/v1/offers') && item['id'] !== undefined) this.offers.set(item['id'], sender);
      else this.#learnItem(item, method);
    }
  }

  #learnJourney(document: JourneyDocument, sender: Sender, etag: string): void {
    const { id, definition, status } = document;
    this.everyJourney.add(id);
    const known = this.#journeys.get(id) ?? {
      id,
      definition,
      people: [],
      views: new Map<string, View>(),
      events: [],
    };
    if (!known.people.some(person => person.id === sender.id)) known.people.push(sender);
    known.views.set(sender.id, { etag, document });
    this.#journeys.delete(id);
    this.#journeys.set(id, known);
    if (status === 'held') this.held.add(id);
    const [oldest] = this.#journeys.keys();
    if (this.#journeys.size > KEPT && oldest !== undefined) this.#journeys.delete(oldest);
  }

  /** One, or all of a person. */
  #forgetSessions(path: string, { id: person }: Sender): void {
    const ended = /^\/v1\/sessions(?:\/([^/?]+))?/.exec(path);
    if (!ended) return;
    for (const [id, owner] of this.sessions)
      if (ended[1] === undefined ? owner === person : id === ended[1]) this.sessions.delete(id);
  }

  #learnEvents(path: string, text: string): void {
    const journey = this.#journeys.get(path.split('/')[3] ?? '');
    for (const [, id] of text.matchAll(/^id: (.+)$/gm)) journey?.events.push(id!);
  }

  #learnItem(item: Readonly<Record<string, string>>, method: string): void {
    const { id = '', journey, service, cause, status = '', hash } = item;
    if (service !== undefined && cause !== undefined)
      this.incidents.set(`${service} ${cause}`, { service, cause });
    if (journey !== undefined && service !== undefined) {
      this.dispatches.delete(id);
      this.dispatches.set(id, { id, journey, service, status });
    } else if (status === 'held') this.held.add(id);
    if (hash !== undefined && method === 'POST') this.hashes.add(hash);
  }

  #forget(method: string, path: string): void {
    const [, , list, what = '', which = ''] = path.split('/');
    if (method === 'POST' && list === 'offers') this.offers.delete(what);
    if (method === 'DELETE') this.documents.delete(bare(path));
    if (method === 'POST' && what === 'dispatches') this.dispatches.delete(which);
  }

  #learnOrders(method: string, path: string): void {
    const [, , , what, which = '', order] = path.split('/');
    if (method !== 'POST') return;
    if (what === 'authorities' && order === 'pause') this.paused.add(which);
    if (what === 'authorities' && order === 'resume') this.paused.delete(which);
    if (what === 'journeys' && order === 'resume') this.held.delete(which);
  }
}

/** A path without its query, which may hold anything and is taken all the same. */
function bare(path: string): string {
  return path.split('?')[0]!;
}

function isJourney(body: unknown): body is JourneyDocument {
  return typeof body === 'object' && body !== null && 'tasks' in body && 'happened' in body;
}
