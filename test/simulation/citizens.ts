import { type JourneyView } from '#runtime';
import { lastSeen } from '../../libs/runtime/src/last-seen.js';
import { insist, request } from './request.js';
import { short } from './trace.js';
import { type World } from './world.js';

const MINUTE = 60_000;

/**
 * A citizen starts a journey and does what it asks of them, more or less.
 *
 * @param count which of their journeys it is
 * @param within milliseconds within which they come
 */
export async function live(world: World, person: string, count: number, within: number): Promise<void> {
  const { scheduler, random, scene } = world;
  await scheduler.sleep(random.whole(0, within), `${person} comes`);
  const definition = scene.begins(person, count).stored.id;
  const begin = { definition, person, key: `${person}-${count}-${world.seed}`, digest: 'd' };
  // In a hurry: presses the button twice.
  const presses = random.happens(0.2) ? 2 : 1;
  const started = await Promise.all(
    Array.from({ length: presses }, () =>
      insist(world, `${person} starts ${definition}`, api => api.runtime.start(begin), 6),
    ),
  );
  const journeys = started.flatMap(response => (response.kind === 'done' ? response.value.record.id : []));
  for (const journey of journeys) world.acknowledged.push({ kind: 'start', journey, person, key: begin.key });
  const [journey] = journeys;
  if (journey === undefined) return;
  const others = scene.others(person, count, definition);
  for (const other of others) void act(world, other, journey, others, within);
  await act(world, person, journey, others, within);
}

async function act(
  world: World,
  person: string,
  journey: string,
  others: readonly string[],
  within: number,
): Promise<void> {
  const { scheduler, random, scene, setting } = world;
  const { times, pauses, cancels, keen } = setting.pace;
  const quick = within < MINUTE && random.happens(0.7);
  for (let time = random.whole(...times); time > 0; time -= 1) {
    const pause = quick ? 500 : random.pick(pauses);
    await scheduler.sleep(pause, `${person} thinks of it`);
    if (world.over) return;
    const label = `${person} ${short(journey)}`;
    if (random.happens(cancels)) await cancel(world, person, journey);
    const seen = await look(world, person, journey);
    if (!seen || seen.tasks.length === 0) continue;
    const found = random.pick(seen.tasks);
    const { task, events } = found;
    const { event, data } = keen > 0 && random.happens(keen) ? events[0]! : random.pick(events);
    const key = `${person}-${time}`;
    const submission = {
      journey,
      person,
      task,
      event,
      key,
      digest: 'd',
      ...(data && { data: scene.filledIn(found, person, others) }),
      ...(random.happens(0.2) && { expects: seen.version }),
    };
    const presses = random.happens(0.2) ? 2 : 1;
    await Promise.all(
      Array.from({ length: presses }, async () => {
        const submit = await insist(
          world,
          `${label} ${task} ${event}`,
          api => api.runtime.submit(submission),
          4,
        );
        if (submit.kind !== 'done') return;
        world.acknowledged.push({ kind: 'submit', journey, person, task, event, key });
      }),
    );
  }
}

type Seen = Pick<JourneyView, 'tasks' | 'version'>;

/** What is to be done. Mostly they just know: looking takes many steps and changes nothing. */
async function look(world: World, person: string, journey: string): Promise<Seen | undefined> {
  const { random, scheduler, stores, setting } = world;
  if (random.happens(0.1)) {
    const seen = await request(world, `${person} ${short(journey)} looks`, api =>
      api.reader.view(journey, person),
    );
    return seen.kind === 'done' ? seen.value : undefined;
  }
  const row = stores.tables.journeys.get(journey);
  if (row?.status !== 'active') return undefined;
  const compiled = setting.compiledBy(row.hash);
  const tasks = compiled.openTasks(row.state.chart, scheduler.now);
  const { seq: version } = lastSeen(row, [...compiled.rolesOf(row.state.chart, person), person]);
  return { tasks: tasks.filter(({ persons }) => persons.includes(person)), version };
}

export async function cancel(world: World, person: string, journey: string): Promise<void> {
  const label = `${person} ${short(journey)} cancels`;
  const asked = { journey, person, key: `${person}-cancels-${world.random.whole(1, 2)}`, digest: 'd' };
  const response = await insist(world, label, api => api.runtime.cancel(asked), 3);
  if (response.kind !== 'done') return;
  world.acknowledged.push({ kind: 'cancel', journey, person, key: asked.key });
}

/** Registers report something about a person, each until it is taken. */
export async function report(world: World, person: string): Promise<void> {
  const { scheduler, random, scene, setting } = world;
  for (let count = 0; count < setting.pace.reports; count += 1) {
    await scheduler.sleep(random.pick(setting.pace.news), `registers know of ${person}`);
    const message = scene.report(person, awaitedBy(world, person));
    if (message) await insist(world, `${message.type} of ${person}`, api => api.runtime.report(message), 8);
    if (!world.over) await takeOffers(world);
  }
}

/** Somebody who is offered a journey takes it, more often than not, and lives it. */
async function takeOffers(world: World): Promise<void> {
  const { random, scene, stores, setting } = world;
  // More may come while they think of it.
  const known = Array.from(stores.tables.journeys.values());
  for (const { id, status, definition } of known) {
    const person = stores.tables.participants.get(id)?.[0]?.person;
    if (status !== 'offered' || person === undefined) continue;
    const answer = random.happens(0.7) ? 'take' : 'decline';
    const asked = { journey: id, person, answer, key: `${person}-${id}-${answer}`, digest: 'd' } as const;
    const taken = await insist(
      world,
      `${person} ${short(id)} ${answer}s`,
      api => api.runtime.answerOffer(asked),
      4,
    );
    if (answer === 'decline' || taken.kind !== 'done') continue;
    const [pause = 0] = setting.pace.pauses;
    void act(world, person, id, scene.others(person, 1, definition), pause * 1_000);
  }
}

/** What the journeys of a person wait to hear. */
function awaitedBy({ stores: { tables }, setting }: World, person: string): readonly string[] {
  return [...tables.journeys.values()].flatMap(({ id, hash, status, state }) => {
    const takesPart = tables.participants.get(id)?.some(participant => participant.person === person);
    if (!takesPart || status !== 'active') return [];
    return setting
      .compiledBy(hash)
      .waits(state.chart)
      .reports.map(({ event }) => event);
  });
}
