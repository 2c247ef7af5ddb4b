import { createSecretKey } from 'node:crypto';
import { type Catalogue, ContractValidators, type RegisterEvent, type Service } from '#authorities';
import { dateAt } from '#calendar';
import { type CalendarClock, type WallClock } from '#runtime';
import { type JsonObject } from '#statechart';
import { EffectLedger } from '../ledger/effect-ledger.js';
import { LedgerFile } from '../ledger/ledger-file.js';
import { Agenda } from '../outgoing/agenda.js';
import { planReports } from '../outgoing/calendar-reports.js';
import { type EventReport, EventReports, type ReportOptions } from '../outgoing/event-reports.js';
import { DocumentFetch } from '../outgoing/document-fetch.js';
import { LateAnswers } from '../outgoing/late-answers.js';
import { Outbox } from '../outgoing/outbox.js';
import { Credentials } from '../outgoing/credentials.js';
import { KnobBoard, type Knobs } from './knobs.js';
import { KnownPeople } from './known-people.js';
import { QueuedReplies } from './queued-replies.js';
import { CUSTODY, custodyAbout } from '../population/custody.js';
import { milestonesOf } from '../population/milestones.js';
import { type Population } from '../population/population.js';
import { Registrations } from '../population/registrations.js';
import { Simulation } from './simulation.js';

export interface SimulationsOptions {
  readonly catalogue: Catalogue;
  /** Where callbacks and events go, without a slash at the end; undefined while it is not known. */
  readonly callbackBaseUrl: () => string | undefined;
  /** The secret shared with a role, or with an authority that has one of its own. */
  readonly secret: (id: string) => string | undefined;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
  readonly random: () => number;
  /** The knobs every authority starts with. */
  readonly knobs: Knobs;
  /** Whom all registers know; others are answered for by the examples of the contracts. */
  readonly population?: Population | undefined;
  /** Keeps the ledgers there, over restarts. */
  readonly ledgerFile?: string;
}

/** Where a request to a service leads. */
export interface ServiceRoute {
  readonly simulation: Simulation;
  readonly service: Service;
  readonly operation: string;
  /** The municipality or region that is asked. */
  readonly askedOf?: string;
}

/** What the control side answers POST requests to, under an authority; contracts, which are called by POST, may not use it. */
const RESERVED: ReadonlySet<string> = new Set(['callbacks', 'events', 'subscriptions']);
const RESERVED_AUTHORITIES: ReadonlySet<string> = new Set([
  'authorities',
  'health',
  'ledger',
  'docs',
  'docs-json',
]);

/** Every authority of the catalogue, simulated. */
export class Simulations {
  readonly catalogue: Catalogue;
  readonly validators = new ContractValidators('wire');
  /** What comes by itself as calendar time passes: late answers, and reports of the day. */
  readonly agenda: Agenda;
  readonly credentials: Credentials;
  readonly lateAnswers: LateAnswers;
  readonly #events: EventReports;
  readonly #outbox: Outbox;
  readonly #authorities = new Map<string, Simulation>();
  readonly #routes = new Map<string, ServiceRoute>();
  readonly #file: LedgerFile | undefined;
  readonly #registrations: Registrations | undefined;
  readonly #calendar: CalendarClock;

  /** @throws Error when a contract uses an address that the control side needs */
  constructor(options: SimulationsOptions) {
    const { catalogue, secret, calendar, random, knobs, ledgerFile } = options;
    this.catalogue = catalogue;
    this.#calendar = calendar;
    this.#outbox = new Outbox(options);
    this.agenda = new Agenda(calendar);
    const credentials = new Credentials(catalogue, secret, calendar);
    this.credentials = credentials;
    this.lateAnswers = new LateAnswers(
      this.#outbox,
      calendar,
      this.agenda,
      ({ service, askedOf, authority }) =>
        credentials.of(catalogue.service(service) ?? { authority }, askedOf),
    );
    const documents = new DocumentFetch(options);
    this.#events = new EventReports(this.#outbox, credentials, calendar);
    const file = ledgerFile === undefined ? undefined : new LedgerFile(ledgerFile);
    const lines = file?.lines() ?? [];
    this.#file = file;
    this.#registrations = options.population && new Registrations(options.population);
    for (const authority of catalogue.authorities()) {
      const board = new KnobBoard();
      board.set(knobs);
      const ledger = new EffectLedger(authority.id, file);
      ledger.restore(lines);
      const simulation = new Simulation({
        authority,
        catalogue,
        validators: this.validators,
        ledger,
        knobs: board,
        people: knownPeople(options.population),
        registrations: this.#registrations,
        replies: new QueuedReplies(),
        lateAnswers: this.lateAnswers,
        credentials,
        documents,
        clock: calendar,
        secret: createSecretKey(secret(authority.id) ?? '', 'utf8'),
        random,
      });
      this.#authorities.set(authority.id, simulation);
      for (const record of ledger.awaitingCallback()) {
        const at = Date.parse(record.entry.callbackAt ?? record.entry.at);
        this.lateAnswers.add(ledger, record, { at, twice: false, outOfOrder: false });
      }
    }
    for (const line of lines) {
      if ('record' in line) this.#registrations?.take(line.record);
      if ('report' in line) this.#registrations?.report(line.report.event, line.report.data);
    }
    if (options.population) {
      planReports(milestonesOf(options.population), catalogue, calendar, this.agenda, (...report) =>
        this.report(...report),
      );
    }
    this.#addRoutes();
  }

  /** Lets a register report what it has written down. */
  report(event: RegisterEvent, data: JsonObject, options?: ReportOptions): EventReport {
    this.#file?.append({ report: { event: event.id, data } });
    this.#registrations?.report(event.id, data);
    return this.#events.report(event, data, options);
  }

  /**
   * *Initial load* of a subscription: of these people CPR tells who has custody, as it tells of every change from then on. So
   * whoever signs up later than the custody began may act for the child at once.
   */
  subscribe(persons: readonly string[]): readonly EventReport[] {
    const event = this.catalogue.registerEvent(CUSTODY);
    if (!event || !this.#registrations) return [];
    const today = dateAt(this.#calendar.now());
    return custodyAbout(persons, this.#registrations.on(today), today).map(data => this.report(event, data));
  }

  authority(id: string): Simulation | undefined {
    return this.#authorities.get(id);
  }

  all(): readonly Simulation[] {
    return [...this.#authorities.values()];
  }

  /** What is on its way to us, and what was ever sent; for whoever waits until nothing moves any more. */
  traffic(): { readonly underWay: number; readonly begun: number } {
    const { underWay, begun } = this.#outbox;
    return { underWay: underWay + this.lateAnswers.passed, begun };
  }

  /** @param path below the address of all, e.g. `/cpr/moves`, or `/0265/kommune/parking-permits` at a municipality */
  route(path: string): ServiceRoute | undefined {
    const [, first = ''] = path.split('/', 2);
    if (!this.catalogue.directory.has(first)) return this.#routes.get(path);
    const route = this.#routes.get(path.slice(1 + first.length));
    return route && { ...route, askedOf: first };
  }

  close(): void {
    this.agenda.close();
    this.lateAnswers.close();
    this.#outbox.close();
  }

  #addRoutes(): void {
    for (const service of this.catalogue.services()) {
      const simulation = this.#authorities.get(service.authority);
      if (!simulation) continue;
      if (RESERVED.has(service.path.split('/')[1] ?? '') || RESERVED_AUTHORITIES.has(service.authority)) {
        throw new Error(
          `${service.id} cannot be simulated: /${service.authority}${service.path} is an address of the control side; rename it in the contract`,
        );
      }
      const operation = service.id.slice(service.authority.length + 1);
      this.#routes.set(`/${service.authority}${service.path}`, { simulation, service, operation });
    }
  }
}

/** Those of the population whom authorities refuse for what they are. */
function knownPeople(population: Population | undefined): KnownPeople {
  const known = new KnownPeople();
  for (const { cpr, refusals } of population?.people ?? []) if (refusals) known.refuse(cpr, refusals);
  return known;
}
