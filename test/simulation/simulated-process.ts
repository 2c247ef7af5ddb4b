import {
  Definitions,
  Dispatching,
  RecentDispatches,
  type Doorbell,
  JourneyReader,
  JourneyRuntime,
  type JourneyStore,
  Relay,
  RetryableError,
  UnreachableError,
  type AuthorityPort,
  type DispatchStore,
  type DueStore,
} from '#runtime';
import { type ServiceCatalogue, type ServiceContract } from '#journey';
import {
  type MemoryAlerts,
  MemoryAnnouncer,
  type MemoryStores,
} from '../../libs/runtime/src/memory/index.js';
import { faultyJourney, faultyStore } from './faulty.js';
import { replacing } from './replacing.js';
import { type Mortal } from './scheduler.js';
import { type Setting } from './setting.js';
import { type Wire } from './wire.js';

/** What every process reaches over the wire. */
export interface Surroundings {
  readonly setting: Setting;
  readonly stores: MemoryStores;
  readonly journeys: JourneyStore;
  readonly doorbell: Doorbell;
  readonly authorities: AuthorityPort;
  readonly alerts: MemoryAlerts;
  readonly wire: Wire;
}

/** The ports of one process as it sees them. */
export interface ProcessPorts {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
  readonly due: DueStore;
  readonly doorbell: Doorbell;
  readonly authorities: AuthorityPort;
}

/** Makes the ports of a process wrong, or the use cases on them. */
export interface Mistake {
  readonly ports?: (ports: ProcessPorts) => Partial<ProcessPorts>;
  readonly runtime?: (runtime: JourneyRuntime, ports: ProcessPorts) => Pick<JourneyRuntime, 'settle'>;
}

export type ProcessKind = 'api' | 'worker';

/** Few enough that something is forgotten now and then. */
const KEPT = 4;

/** Given up soon enough for ops to have something to do. */
const QUICK = { first: 1_000, longest: 600_000, atLeast: 900_000 };

/** Authorities that have published no maximum time. */
function unhurried(catalogue: ServiceCatalogue): ServiceCatalogue {
  return replacing(catalogue, {
    service: id => {
      const { maximumTime: _, ...contract } = catalogue.service(id) ?? {};
      return contract as ServiceContract;
    },
  });
}

/** To whoever asks, an authority that is away is out of reach. */
function outOfReach(authorities: AuthorityPort): AuthorityPort {
  return {
    call: async (request, signal) => {
      try {
        return await authorities.call(request, signal);
      } catch (error) {
        throw error instanceof RetryableError ? new UnreachableError(error.message) : error;
      }
    },
  };
}

/**
 * One process of ours, with a memory of its own. Once dead, nothing it had under way goes on, for all that it waits for is a step
 * of its own.
 */
export class SimulatedProcess implements Mortal {
  alive = true;
  /** How far its clock is ahead, in milliseconds. */
  ahead = 0;
  /** Whether the relay is on its round. */
  relaying = false;
  readonly runtime: JourneyRuntime;
  readonly reader: JourneyReader;
  readonly settling: Pick<JourneyRuntime, 'settle'>;
  readonly dispatching: Dispatching;
  readonly relay: Relay;
  readonly ports: ProcessPorts;

  constructor(
    readonly name: string,
    readonly kind: ProcessKind,
    surroundings: Surroundings,
    mistake: Mistake,
  ) {
    const { setting, stores, alerts, wire, authorities } = surroundings;
    const clock = { now: () => wire.scheduler.now + this.ahead };
    const right: ProcessPorts = {
      journeys: wire.over('store', 'journeys', faultyStore(surroundings.journeys, wire), this),
      dispatches: wire.over('store', 'dispatches', stores.dispatches, this),
      due: wire.over('store', 'due', stores.due, this),
      doorbell: wire.over('queue', 'doorbell', surroundings.doorbell, this),
      authorities: outOfReach(wire.over('authorities', 'authorities', authorities, this)),
    };
    const ports = { ...right, ...mistake.ports?.(right) };
    const { journeys, dispatches, due, doorbell } = ports;
    this.ports = ports;
    const recent = new RecentDispatches(KEPT);
    const definitions = new Definitions(
      wire.over('store', 'definitions', stores.definitions, this),
      ({ hash }) => faultyJourney(setting.compiledBy(hash), wire),
    );
    const drafts = wire.over('store', 'drafts', stores.drafts, this);
    const messages = wire.over('store', 'messages', stores.messages, this);
    const reading = { journeys, dispatches, drafts, definitions, calendar: clock, wall: clock };
    this.runtime = new JourneyRuntime(
      {
        ...reading,
        catalogue: setting.catalogue,
        messages,
        overviews: stores.overviews,
        mandates: stores.mandates,
        assistances: stores.assistances,
        documents: stores.documents,
        digests: stores.digests,
        doorbell,
        announcer: new MemoryAnnouncer(),
        alerts,
        recent,
      },
      { cached: KEPT, lanes: wire.random.whole(1, 2), batch: wire.random.whole(1, 4) },
    );
    this.reader = new JourneyReader(reading);
    this.settling = mistake.runtime?.(this.runtime, ports) ?? this.runtime;
    this.dispatching = new Dispatching(
      {
        runtime: this.settling,
        recent,
        dispatches,
        messages,
        authorities: ports.authorities,
        catalogue: unhurried(setting.catalogue),
        alerts,
        calendar: clock,
        wall: clock,
      },
      QUICK,
      () => wire.random.next(),
    );
    this.relay = new Relay({ due, doorbell, calendar: clock, wall: clock });
  }
}
