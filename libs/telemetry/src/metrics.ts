import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { type OpsStore } from '#runtime';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Prometheus metrics of a process. Labels are names of routes, kinds, authorities and services, never of persons or journeys:
 * every label has few values.
 */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'overgang_http_request_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly shed = new Counter({
    name: 'overgang_http_shed_total',
    help: 'Requests and connections turned away because there were too many, by what there were too many of.',
    labelNames: ['reason'],
    registers: [this.registry],
  });

  readonly malformed = new Counter({
    name: 'overgang_http_malformed_total',
    help: 'What came over a connection and is no request, by code of the problem.',
    labelNames: ['code'],
    registers: [this.registry],
  });

  readonly moves = new Counter({
    name: 'overgang_journey_moves_total',
    help: 'Events that moved a journey, by kind.',
    labelNames: ['definition', 'kind'],
    registers: [this.registry],
  });

  readonly commits = new Histogram({
    name: 'overgang_commit_seconds',
    help: 'How long commits took.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly batches = new Histogram({
    name: 'overgang_commit_changes',
    help: 'How many journeys shared one commit.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers: [this.registry],
  });

  readonly conflicts = new Counter({
    name: 'overgang_commit_conflicts_total',
    help: 'Changes that lost against another event of the same journey and were decided anew.',
    registers: [this.registry],
  });

  readonly dispatches = new Histogram({
    name: 'overgang_dispatch_seconds',
    help: 'Calls to authorities, by service and outcome.',
    labelNames: ['role', 'service', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** Apart from the time they take: authorities, services and buckets would multiply. */
  readonly calls = new Counter({
    name: 'overgang_authority_calls_total',
    help: 'Calls to authorities, by authority, role and outcome.',
    labelNames: ['authority', 'role', 'outcome'],
    registers: [this.registry],
  });

  readonly alerts = new Counter({
    name: 'overgang_alerts_total',
    help: 'Journeys held and dispatches given up, by code.',
    labelNames: ['code'],
    registers: [this.registry],
  });

  readonly limited = new Counter({
    name: 'overgang_limited_total',
    help: 'Requests that were beyond a limit of their caller, by limit.',
    labelNames: ['limit'],
    registers: [this.registry],
  });

  /** @param ops counts the backlog whenever metrics are read */
  constructor(ops: Pick<OpsStore, 'backlog'>) {
    collectDefaultMetrics({ register: this.registry });
    this.registry.registerMetric(
      new Gauge({
        name: 'overgang_dispatch_backlog',
        help: 'Dispatches that are not settled, by authority, role and status.',
        labelNames: ['authority', 'role', 'status'],
        registers: [],
        async collect() {
          this.reset();
          for (const { authority, role, status, count } of await ops.backlog())
            this.set({ authority, role, status }, count);
        },
      }),
    );
  }

  /**
   * Also tells how far the chains of the access log are behind it, in a process that chains.
   *
   * @param lag seconds since everything that had been recorded was chained
   */
  followChains(lag: () => number): void {
    this.registry.registerMetric(
      new Gauge({
        name: 'overgang_access_chain_lag_seconds',
        help: 'Seconds since all that was given or looked at had been chained.',
        registers: [],
        collect() {
          this.set(lag());
        },
      }),
    );
  }

  /** The metrics in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
