import { type JsonSchema } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { type Operation } from '../e2e/api/operations.js';
import { type SeededRandom } from '../support/index.js';
import { hostileDesign } from './designs.js';
import { fireDoubles } from './doubles.js';
import { type Figures } from './figures.js';
import { type HostileClient } from './hostile-client.js';
import { type HostileWorld } from './hostile-world.js';
import { type Knowledge, type KnownJourney, type View } from './knowledge.js';
import { mutate } from './mutate.js';
import { type RawSockets } from './raw-sockets.js';
import { type Recipes } from './recipes.js';
import { type Sender, type Shot } from './shot.js';
import { overheardShot } from './signatures.js';
import { type Forger } from './tokens.js';
import { type Stolen } from './values.js';

export interface ActionParts {
  readonly world: HostileWorld;
  readonly operations: readonly Operation[];
  readonly recipes: Recipes;
  readonly knowledge: Knowledge;
  readonly client: HostileClient;
  readonly figures: Figures;
  readonly forger: Forger;
  readonly raw: RawSockets;
  /** Lets a register report what a journey waits to hear; gives whether there is such an event. */
  readonly report: (event: string, about: { readonly cpr: string }) => boolean;
}

type Action = (random: SeededRandom) => Promise<unknown>;

const PLACES_OF_HOSTILE = [2, 3, 4];
const FAILING = 'GET /v1/ops/incidents';
const ATTACHING = 'PUT /v1/journeys/{journey}/tasks/{task}/documents/{field}';
const SIGNING_IN = 'POST /v1/tokens';
const HELPING = 'POST /v1/assistances';
const DISCLOSED = 'GET /v1/disclosures';
const RELATIVES_ASKED = 3;
const HABITS = { report: 0.5, resume: 0.8, rarest: 0.6 };
const PARK = { code: 'answer-breaks-contract', message: 'for this test' };

/** What people do who mean well, and what others do, each as often as its weight says. */
export class Actions {
  readonly #weighted: readonly (readonly [number, Action])[];
  readonly #total: number;
  readonly #parts: ActionParts;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    this.#weighted = [
      [26, random => this.#visit(random)],
      [4, random => this.#fireNamed('POST /v1/journeys', random)],
      [26, random => this.#fireRecipe(random, shot => shot)],
      [26, random => this.#fireRecipe(random, shot => mutate(shot, 1, random, this.#stolen(random)))],
      [
        12,
        random =>
          this.#fireRecipe(random, shot =>
            mutate(shot, random.pick(PLACES_OF_HOSTILE), random, this.#stolen(random)),
          ),
      ],
      [6, random => this.#forge(random)],
      [4, random => this.#overhear(random)],
      [3, random => this.#double(random)],
      [3, random => this.#askOracle(random)],
      [2, random => this.#swap(random)],
      [2, random => this.#giveUp(random)],
      [1, random => this.#offer(random)],
      [1, () => this.#parts.raw.next()],
      [0.2, random => this.#design(random)],
    ];
    this.#total = this.#weighted.reduce((sum, [weight]) => sum + weight, 0);
  }

  act(random: SeededRandom): Promise<unknown> {
    let at = random.next() * this.#total;
    const [, action] = this.#weighted.find(([weight]) => (at -= weight) < 0) ?? this.#weighted[0]!;
    return action(random);
  }

  /** Valid requests to operations that have not succeeded yet, and what those need: a dispatch that ops must look after. */
  async makeUpFor(names: readonly string[], random: SeededRandom): Promise<void> {
    await this.#giveUp(random);
    await this.#offer(random);
    await this.#visit(random);
    await this.#fireNamed(ATTACHING, random);
    await this.#fireNamed(SIGNING_IN, random);
    await this.#fireNamed(FAILING, random);
    await this.#fireNamed(HELPING, random);
    await this.#fireNamed(DISCLOSED, random);
    for (const name of names) await this.#fireNamed(name, random);
  }

  /** Reads a journey, and does or furthers what is to be done there, as its people do. */
  async #visit(random: SeededRandom): Promise<void> {
    const { knowledge, client, world, recipes, report } = this.#parts;
    const journeys = knowledge.journeys();
    if (journeys.length === 0) return void (await this.#fireNamed('POST /v1/journeys', random));
    const journey = random.pick(journeys);
    const person = random.pick(journey.people);
    await client.fire(readShot(journey, person));
    const view = journey.views.get(person.id);
    if (view?.document.status !== 'active') return;
    const { tasks, others, awaited } = view.document;
    if (tasks.length > 0) {
      const task = random.pick(tasks);
      const body = recipes.task('submit', { journey, person, view, task }, random);
      await client.fire(taskShot(journey, person, task.task, body));
    } else if (others.length > 0) {
      // Whoever it is of them finds the journey among their own; to all others it is not there.
      const asked = random.shuffled(world.relatives).slice(0, RELATIVES_ASKED);
      for (const relative of asked) await client.fire(readShot(journey, relative));
    } else if (awaited.length > 0 && random.happens(HABITS.report)) {
      const citizen = world.citizens.find(({ id }) => id === journey.people[0]!.id);
      if (citizen) report(random.pick(awaited).event, citizen);
    }
  }

  /** A request to some operation: most often to one that has seldom succeeded. */
  async #fireRecipe(random: SeededRandom, change: (shot: Shot) => Shot): Promise<void> {
    const { operations, figures, recipes, client, world } = this.#parts;
    const some = random.shuffled(operations).slice(0, 6);
    const rarest = some.toSorted((a, b) => figures.successes(a) - figures.successes(b))[0]!;
    const operation = random.happens(HABITS.rarest) ? rarest : some.at(-1)!;
    const shot = recipes.shot(operation, random);
    if (!shot) return;
    const changed = change(shot);
    const answer = await client.fire(changed);
    // Nobody is kept waiting for long.
    const authority = /^\/v1\/ops\/authorities\/([^/]+)\/pause/.exec(changed.path)?.[1];
    if (authority !== undefined && answer?.status === 204 && random.happens(HABITS.resume)) {
      const path = `/v1/ops/authorities/${authority}/resume`;
      const headers = { ...world.ops.headers, 'content-type': 'application/json' };
      const body = JSON.stringify({ reason: 'for this test' });
      await client.fire({ intent: 'valid', sender: world.ops, method: 'POST', path, headers, body });
    }
  }

  async #fireNamed(name: string, random: SeededRandom): Promise<void> {
    const { operations, recipes, client } = this.#parts;
    const operation = operations.find(each => each.name === name);
    const shot = operation && recipes.shot(operation, random);
    if (shot) await client.fire(shot);
  }

  #forge(random: SeededRandom): Promise<unknown> {
    const journeys = this.#parts.knowledge.journeys();
    const path =
      journeys.length > 0 && random.happens(0.5)
        ? `/v1/journeys/${random.pick(journeys).id}`
        : '/v1/journeys';
    return this.#parts.client.fire(this.#parts.forger.shot(random, path));
  }

  async #overhear(random: SeededRandom): Promise<void> {
    const shot = overheardShot(this.#parts.world, random);
    if (shot) await this.#parts.client.fire(shot);
  }

  async #double(random: SeededRandom): Promise<void> {
    const { operations, recipes, client, figures } = this.#parts;
    const named = operations.filter(({ parameters }) =>
      parameters.some(({ name }) => name === 'Idempotency-Key'),
    );
    const shot = recipes.shot(random.pick(named), random);
    if (shot) await fireDoubles(shot, client, figures, random);
  }

  /** Puts ids of strangers where a form asks for numbers, and reads what is made of them. */
  async #askOracle(random: SeededRandom): Promise<void> {
    const { knowledge, client, world } = this.#parts;
    const open = knowledge.openTask(random);
    if (!open) return;
    const { journey, person, task } = open;
    const data = withPersons((task.form?.schema ?? {}) as JsonSchema, random.pick(world.citizens).id);
    const draft = `/v1/journeys/${journey.id}/tasks/${task.task}/draft`;
    const headers = { ...person.headers, 'content-type': 'application/json' };
    const about = { intent: 'hostile', sender: person, path: draft } as const;
    await client.fire({ ...about, method: 'PUT', headers, body: JSON.stringify({ data }) });
    await client.fire({ ...about, method: 'GET', headers: person.headers });
  }

  /** A request of one person with the token of another. */
  async #swap(random: SeededRandom): Promise<void> {
    const { operations, recipes, client, world, knowledge } = this.#parts;
    const shot = recipes.shot(
      random.pick(operations.filter(({ path }) => path.includes('{journey}'))),
      random,
    );
    const journey = knowledge.journeys().find(({ id }) => shot?.path.includes(id));
    if (!shot || !journey) return;
    const strangers = [...world.citizens, world.ops, world.designer, world.scraper].filter(
      ({ id }) => id !== shot.sender.id && !journey.people.some(person => person.id === id),
    );
    const sender = random.pick(strangers);
    if (shot.sender.standing !== 'citizen' && sender.standing === 'ops') return;
    const must = sender.standing === 'citizen' && shot.sender.standing === 'citizen' ? [404] : [401, 403];
    // Where somebody was in a stream is sealed for them, and found to be of another before the journey is looked for.
    const { 'last-event-id': _, ...headers } = shot.headers;
    await client.fire({
      ...shot,
      intent: 'hostile',
      sender,
      headers: { ...headers, ...sender.headers },
      must,
    });
  }

  /** A worker gives up a dispatch, as it does with one whose answer breaks the contract; ops have to look after it. */
  async #giveUp(random: SeededRandom): Promise<void> {
    const { world, client } = this.#parts;
    const search = (status: string): Shot => ({
      intent: 'valid',
      sender: world.ops,
      method: 'GET',
      path: `/v1/ops/dispatches?status=${status}&limit=20`,
      headers: world.ops.headers,
    });
    await client.fire(search('accepted'));
    const accepted = [...this.#parts.knowledge.dispatches.values()].filter(
      ({ status }) => status === 'accepted',
    );
    for (const { id } of random.shuffled(accepted).slice(0, 3))
      await world.assembly.stores.dispatches.park(id, PARK);
    await client.fire(search('parked'));
  }

  /** A register reports a name, which holds something out to whoever has got it. */
  async #offer(random: SeededRandom): Promise<void> {
    const { world, client, report } = this.#parts;
    const sender = random.pick(world.citizens);
    report('cpr.nameRegistered', sender);
    await client.fire({
      intent: 'valid',
      sender,
      method: 'GET',
      path: '/v1/offers',
      headers: sender.headers,
    });
  }

  async #design(random: SeededRandom): Promise<void> {
    const { client, world } = this.#parts;
    const path = random.pick(['/v1/designer/check', '/v1/designer/versions']);
    const headers = { ...world.designer.headers, 'content-type': 'application/json' };
    const body = JSON.stringify(hostileDesign(random));
    await client.fire({ intent: 'hostile', sender: world.designer, method: 'POST', path, headers, body });
  }

  #stolen(random: SeededRandom): Stolen {
    const { world, knowledge } = this.#parts;
    const { id, cpr } = random.pick(world.citizens);
    const journeys = knowledge
      .journeys()
      .slice(-3)
      .map(journey => journey.id);
    return [id, cpr, `${id}-1`, world.ops.id, ...journeys, ...[...knowledge.dispatches.keys()].slice(-3)];
  }
}

function readShot({ id, views }: KnownJourney, sender: Sender): Shot {
  const view: View | undefined = views.get(sender.id);
  const headers = { ...sender.headers, 'accept-language': 'da' };
  // Somebody of whom it is not known may be asked to take part, or not.
  const about = { intent: 'valid', sender, method: 'GET', path: `/v1/journeys/${id}`, headers } as const;
  return view ? about : { ...about, must: [200, 404] };
}

function taskShot({ id }: KnownJourney, sender: Sender, task: string, body: JsonObject): Shot {
  return {
    intent: 'valid',
    sender,
    method: 'POST',
    path: `/v1/journeys/${id}/tasks/${task}`,
    headers: { ...sender.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The person id in each place of a form that asks for a CPR number. */
function withPersons(schema: JsonSchema, person: string): JsonObject {
  const { properties = {} } = schema as {
    readonly properties?: Readonly<
      Record<string, { readonly format?: string; readonly items?: { readonly format?: string } }>
    >;
  };
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, { format, items }]): [string, Json][] => {
      if (format === 'cpr') return [[name, person]];
      return items?.format === 'cpr' ? [[name, [person]]] : [];
    }),
  );
}
