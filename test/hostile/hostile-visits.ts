import { type SeededRandom } from '../support/index.js';
import { mutate } from './mutate.js';
import { describeShot, type Sender, type Shot } from './shot.js';
import { hostileText } from './values.js';
import { type Outcome, Wire } from './wire.js';

/** Somebody at the pages, and the token of a form that they were shown. */
export interface Visiting {
  readonly sender: Sender;
  readonly formToken: string;
}

export interface HostileVisits {
  readonly address: string;
  /** As the pages name them, with what stands for their parameters: `GET /forloeb/0195…`. */
  readonly routes: readonly string[];
  readonly visitors: readonly Visiting[];
  /** Ids and numbers of somebody else that they have come by. */
  readonly stolen: readonly string[];
  /** What none of them may be told. */
  readonly secrets: readonly string[];
  readonly count: number;
  readonly random: SeededRandom;
}

const QUERIES = [
  'til',
  'igen',
  'side',
  'ret',
  'valg',
  'efter',
  'spoerg',
  'state',
  'code',
  'error',
  'iss',
  'gemt',
];
const FIELDS = [
  'key',
  'version',
  'event',
  'confirm',
  'session',
  'person',
  'language',
  'handling',
  'answer',
  'd',
];
/** How a program speaks of itself when it has lost its way. */
const INSIDE = /node_modules|\bat \S+ \(|TypeError|SyntaxError|violates|ECONN/;

/** *Fuzzing* of the pages: visits that are nearly right and wholly wrong, one after the other. Gives what was answered as it must not be. */
export async function hostileVisits(visits: HostileVisits): Promise<readonly string[]> {
  const { address, count, random, stolen } = visits;
  const wire = new Wire(new URL(address));
  const faults: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const shot = mutate(visitOf(visits), random.whole(1, 3), random, stolen);
    const fault = faultIn(shot, await wire.send(shot), visits.secrets);
    if (fault !== undefined) faults.push(`${fault}: ${describeShot(shot)}`);
  }
  wire.close();
  return faults;
}

function visitOf({ routes, visitors, random, stolen }: HostileVisits): Shot {
  const { sender, formToken } = random.pick(visitors);
  const [method, path] = random.pick(routes).split(' ') as [string, string];
  const value = (): string => Buffer.from(hostileText(random, stolen)).toString();
  const some = (names: readonly string[]) =>
    Object.fromEntries(
      random
        .shuffled(names)
        .slice(0, random.whole(0, 3))
        .map(name => [name, value()]),
    );
  const query = new URLSearchParams(some(QUERIES)).toString();
  const form = new URLSearchParams({ ...some(FIELDS), ...(random.happens(0.8) && { _form: formToken }) });
  return {
    intent: 'nearly valid',
    sender,
    method,
    path: query === '' ? path : `${path}?${query}`,
    headers: {
      ...sender.headers,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body: form.toString() }),
  };
}

function faultIn(shot: Shot, outcome: Outcome, secrets: readonly string[]): string | undefined {
  if (outcome.kind === 'not sendable') return undefined;
  if (outcome.kind !== 'answered') return outcome.kind;
  const { status, headers, text } = outcome.answer;
  if (status >= 500) return `answered ${status}`;
  const said = `${JSON.stringify(headers)}\n${text}`;
  const asked = JSON.stringify([shot.path, shot.headers, shot.body?.toString()]);
  const told = secrets.filter(secret => said.includes(secret) && !asked.includes(secret));
  if (told.length > 0) return `tells of ${told.join(', ')}`;
  if (INSIDE.test(text) && !INSIDE.test(asked)) return 'speaks of itself';
  if (String(headers['location'] ?? '').includes('evil')) return 'leads away';
  // What is no HTTP is refused by the parser, before anything of ours.
  const isParsed = headers['content-type'] !== undefined;
  if (isParsed && headers['x-content-type-options'] !== 'nosniff') return 'lacks its headers';
  return undefined;
}
