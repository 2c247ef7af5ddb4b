import { type Results, type Rounds } from './bench.js';

interface Report {
  readonly versions: Readonly<Record<string, string>>;
  readonly machine: { readonly processors: number; readonly model: string };
  readonly settings: { readonly size: object };
  readonly results: Results;
  readonly rounds: Rounds;
}

/** The figures as tables for people. */
export function report({ versions, machine, results, rounds }: Report): string {
  const parts = [
    `${machine.processors} processors (${machine.model}); ${Object.entries(versions).flat().join(' ')}` +
      ('postgres' in versions
        ? '\nPostgres with synchronous_commit=on, Redis with AOF everysec; medians'
        : ''),
    ...throughputTable(results.throughput),
    ...latencyTable(results.latency),
    ...waitingTable(results.waiting),
    ...burstTable(results.burst),
    ...workersTable(results.workers),
    ...bytesTable(results.bytes),
    ...pagesTable(results.pages),
    ...requestsTable(results.requests),
    ...checkTable(results.check),
    ...roundsTable(rounds),
  ];
  return `${parts.join('\n\n')}\n`;
}

function throughputTable(rows: Results['throughput']): string[] {
  if (!rows) return [];
  return [
    table(
      'The reference work: 6 dispatches in sequence, 200 journeys in flight',
      ['', 'steps/s', 'ratio', 'µs/step: node', 'postgres', 'redis'],
      rows.map(({ system, stepsPerSecond, ratio, cost }) => [
        system,
        whole(stepsPerSecond),
        fixed(ratio, 2),
        whole(cost.node),
        whole(cost.postgres),
        whole(cost.redis),
      ]),
    ),
  ];
}

function latencyTable(results: Results['latency']): string[] {
  if (!results) return [];
  const { limit, sixSteps, submission } = results;
  return [
    table(
      'One journey alone in an idle system, ms',
      ['', 'p50', 'p99'],
      [
        ['6 jobs of BullMQ alone', limit.p50.toFixed(1), limit.p99.toFixed(1)],
        ['its 6 steps', sixSteps.p50.toFixed(1), sixSteps.p99.toFixed(1)],
        ["a citizen's POST to its response", submission.p50.toFixed(1), submission.p99.toFixed(1)],
      ],
    ),
  ];
}

function waitingTable(rows: Results['waiting']): string[] {
  if (!rows) return [];
  return [
    table(
      'Beside journeys that wait, each with a timer',
      ['waiting', 'steps/s', 'µs/step', 'cost', 'time', 'MiB: node', 'postgres', 'redis'],
      rows.map(({ journeys, stepsPerSecond, cost, costRatio, timeRatio, memory }) => [
        journeys.toLocaleString('en'),
        whole(stepsPerSecond),
        whole(cost),
        fixed(costRatio, 2),
        fixed(timeRatio, 2),
        mebibytes(memory.node),
        mebibytes(memory.postgres),
        mebibytes(memory.redis),
      ]),
    ),
  ];
}

function burstTable(burst: Results['burst']): string[] {
  if (!burst) return [];
  return [
    table(
      `${burst.events.toLocaleString('en')} events for as many waiting journeys within ${burst.arrived} s`,
      ['drained after s', 'wait ms: median', 'longest', 'turned away', 'MiB before', 'peak'],
      [
        [
          burst.drained.toFixed(1),
          whole(burst.median),
          whole(burst.longest),
          String(burst.turnedAway),
          mebibytes(burst.memory.before),
          mebibytes(burst.memory.peak),
        ],
      ],
    ),
  ];
}

function workersTable(workers: Results['workers']): string[] {
  if (!workers) return [];
  return [
    table(
      'A worker process added',
      ['one: steps/s', 'two', 'ratio'],
      [[whole(workers.one), whole(workers.two), fixed(workers.ratio, 2)]],
    ),
  ];
}

function bytesTable(bytes: Results['bytes']): string[] {
  if (!bytes) return [];
  return [
    table(
      'Bytes in Postgres',
      ['stored for each finished journey', 'logged for each step'],
      [[whole(bytes.stored), whole(bytes.logged)]],
    ),
  ];
}

function pagesTable(results: Results['pages']): string[] {
  if (!results) return [];
  const { page, document, ratio } = results;
  return [
    table(
      'The page of a journey, ms',
      ['', 'p50', 'p99', 'ratio'],
      [
        ['its document by REST', document.p50.toFixed(1), document.p99.toFixed(1), '1.00'],
        ['the page', page.p50.toFixed(1), page.p99.toFixed(1), fixed(ratio, 2)],
      ],
    ),
  ];
}

function requestsTable(results: Results['requests']): string[] {
  if (!results) return [];
  return [
    table(
      'Processor time of the API for one request of a citizen, µs',
      ['', 'µs'],
      [
        ['GET of a journey', whole(results.reading)],
        ['POST that does a task', whole(results.submitting)],
      ],
    ),
  ];
}

function checkTable(rows: Results['check']): string[] {
  if (!rows) return [];
  return [
    table(
      'The check of one journey on one processor, medians',
      ['', 'states', 'ms', 'of a processor', 'to the size before'],
      rows.map(({ shape, states, milliseconds, processor, ratio }) => [
        shape,
        states.toLocaleString('en'),
        whole(milliseconds),
        whole(processor),
        fixed(ratio, 1),
      ]),
    ),
  ];
}

function roundsTable(rounds: Rounds): string[] {
  const all = Object.entries(rounds).flatMap(([measure, each]) => each.map(round => ({ measure, ...round })));
  if (all.some(({ others }) => others === undefined)) {
    return ['How busy other processes were meanwhile cannot be told here: there is no /proc/stat.'];
  }
  const marked = all.filter(({ counts }) => !counts);
  if (marked.length === 0) return [];
  return [
    table(
      'Disturbed rounds, which no median counts',
      ['', 'processors used by others'],
      marked.map(({ measure, of, others }) => [`${measure}: ${of}`, others!.toFixed(2)]),
    ),
  ];
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map(row => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [title, line(head), ...rows.map(line)].join('\n');
}

function whole(value: number): string {
  return fixed(value, 0);
}

function fixed(value: number, digits: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(digits);
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
