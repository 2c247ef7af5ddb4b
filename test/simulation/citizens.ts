import { type JourneyView } from '#runtime';
import { type Json } from '#statechart';
import { lastSeen } from '../../libs/runtime/src/last-seen.js';
import { compiledBy, DEFINITIONS } from './journeys.js';
import { insist, request } from './request.js';
import { short } from './trace.js';
import { START, type World } from './world.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * A citizen starts a journey and does what it asks of them, more or less.
 *
 * @param count which of their journeys it is
 * @param within milliseconds within which they come
 */
export async function live(world: World, person: string, count: number, within: number): Promise<void> {
  const { scheduler, random } = world;
  await scheduler.sleep(random.whole(0, within), `${person} comes`);
  const definition = random.pick(DEFINITIONS).stored.id;
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
  const partner = `${person}-partner-${count}`;
  if (definition === 'settling') void act(world, partner, journey, partner, within);
  await act(world, person, journey, partner, within);
}

async function act(
  world: World,
  person: string,
  journey: string,
  partner: string,
  within: number,
): Promise<void> {
  const { scheduler, random } = world;
  const quick = within < MINUTE && random.happens(0.7);
  for (let time = random.whole(2, 7); time > 0; time -= 1) {
    const pause = quick ? 500 : random.pick([1_000, 10_000, 5 * MINUTE, 2 * 60 * MINUTE, DAY, 4 * DAY]);
    await scheduler.sleep(pause, `${person} thinks of it`);
    if (world.over) return;
    const label = `${person} ${short(journey)}`;
    if (random.happens(0.08)) await cancel(world, person, journey);
    const seen = await look(world, person, journey);
    if (!seen || seen.tasks.length === 0) continue;
    const { task, events, form } = random.pick(seen.tasks);
    const { event, data } = random.pick(events);
    const key = `${person}-${time}`;
    const submission = {
      journey,
      person,
      task,
      event,
      key,
      digest: 'd',
      ...(data && { data: filledIn(world, form, partner) }),
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
  const { random, scheduler, stores } = world;
  if (random.happens(0.1)) {
    const seen = await request(world, `${person} ${short(journey)} looks`, api =>
      api.reader.view(journey, person),
    );
    return seen.kind === 'done' ? seen.value : undefined;
  }
  const row = stores.tables.journeys.get(journey);
  if (row?.status !== 'active') return undefined;
  const compiled = compiledBy(row.hash);
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

function filledIn({ random }: World, form: string, partner: string): Json {
  switch (form) {
    case 'place': {
      const date = new Date(START + random.whole(1, 60) * DAY).toISOString().slice(0, 10);
      const street = `Vej ${random.whole(1, 99)}`;
      return random.happens(0.5) ? { street, date, partner } : { street, date };
    }
    case 'grant':
      return { income: random.whole(0, 30_000) };
    default:
      return { agrees: true };
  }
}

/** The registry reports something about a person, twice perhaps, until it is taken. */
export async function report(world: World, person: string): Promise<void> {
  const { scheduler, random } = world;
  await scheduler.sleep(random.pick([MINUTE, 60 * MINUTE, DAY, 3 * DAY]), `registry knows of ${person}`);
  const message = {
    authority: 'registry',
    type: 'registry.registered',
    id: `${person}-${random.whole(1, 2)}`,
    data: { reference: 'B-1' },
    persons: [person],
  };
  await insist(world, `registry reports ${person}`, api => api.runtime.report(message), 8);
}
