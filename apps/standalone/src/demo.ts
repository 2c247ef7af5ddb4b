import 'reflect-metadata';
import { join } from 'node:path';
import { addPeriod, dateAt } from '#calendar';
import { systemClock } from '#runtime';
import { type JourneyDocument } from '../../api/src/citizen/journey-document.js';
import { type OpsJourneyDetail } from '../../api/src/ops/ops-documents.js';
import { AuthorityControl } from './demo/authority-control.js';
import { DemoCitizen } from './demo/citizen.js';
import { movingAnswers, NEW_HOME } from './demo/moving-answers.js';
import { Narrator } from './demo/narrator.js';
import { disagreements } from './demo/reckoning.js';
import { SAMPLE_PEOPLE } from './sample-people.js';
import { startStandalone, type Standalone } from './start-standalone.js';

/** Plays a whole `moving` over REST for a couple with a child, with one authority that fails first and one that answers later. */

const LONGEST = 90_000;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const running = await startStandalone({
  journeysDir: join(process.cwd(), 'journeys'),
  redisUrl: process.env['REDIS_URL'],
  say: print,
}).catch((error: unknown) => {
  process.stderr.write(`The demo cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
let agreed = false;
try {
  agreed = await play(running);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
} finally {
  await running.close();
}
process.exit(agreed ? 0 : 1);

async function play({ api, issuer, authorities }: Standalone): Promise<boolean> {
  const control = new AuthorityControl(authorities);
  const narrator = new Narrator(print);
  const [anna, bo, olga] = (await Promise.all(
    ['Anna', 'Bo', 'Olga'].map(name => DemoCitizen.signIn(name, issuer, api)),
  )) as [DemoCitizen, DemoCitizen, DemoCitizen];

  print('\nThe region first fails twice; Udbetaling Danmark answers after three seconds.\n');
  await control.turn('doctorChoice.listDoctors', { failNext: 2 });
  await control.turn('udbetalingDanmark.applyHousingBenefit', { callbackAfter: 3_000 });

  const date = addPeriod(dateAt(systemClock.now()), 'P1D');
  const answer = movingAnswers({ date, partner: cprOf('bo'), children: [cprOf('ida')] });
  const { id } = await anna.start('moving', `demo-${date}`);
  narrator.say(`Anna        starts the journey "Moving" (${id})`);

  let named = false;
  let arrived = false;
  let journey = await anna.read(id);
  for (const until = Date.now() + LONGEST; journey.status === 'active'; journey = await anna.read(id)) {
    if (Date.now() > until)
      throw new Error(`The journey is not over after ${LONGEST / 1000} s:\n${where(journey)}`);
    narrator.journey(journey);
    narrator.ledger(await control.ledger(id));
    const did = (await act(anna, journey)) || (await act(bo, await asBo(id, journey)));
    if (!did && !arrived && journey.awaited.some(({ event }) => event === 'cpr.moveRegistered')) {
      arrived = true;
      narrator.say('CPR         reports that the family is registered at the new address');
      const { address, municipality } = NEW_HOME;
      await control.report('cpr.moveRegistered', {
        person: cprOf('anna'),
        address,
        municipality,
        movedOn: date,
      });
    }
    if (!did) await new Promise(resolve => setTimeout(resolve, 100));
  }
  narrator.journey(journey);

  const ledger = await control.ledger(id);
  narrator.ledger(ledger);
  const { dispatches } = await olga.ask<OpsJourneyDetail>('GET', `/v1/ops/journeys/${id}`);
  print(`\nThe journey is ${journey.status}. Its timeline, as Anna sees it:\n`);
  journey.happened.forEach(({ at, by = '', text }, index) => {
    print(`  ${String(index + 1).padStart(3)}  ${at.slice(11, 19)}  ${by.padEnd(11)}  ${text}`);
  });
  const tiers = new Set(ledger.map(({ authority }) => authority));
  const faults = disagreements(dispatches, ledger);
  print(
    `\n${dispatches.length} requests to ${tiers.size} authorities; their ledgers have ${ledger.length} entries.`,
  );
  print(
    faults.length === 0
      ? 'Timeline and ledgers agree: each effect happened exactly once.'
      : faults.join('\n'),
  );
  return journey.status === 'done' && faults.length === 0;

  async function act(citizen: DemoCitizen, view: JourneyDocument | undefined): Promise<boolean> {
    for (const task of view?.tasks ?? []) {
      const given = answer(task);
      if (!view || !given) continue;
      narrator.say(`${citizen.name.padEnd(11)} ${given.says}  [${task.title}]`);
      await citizen.submit(view, task, given.event, given.data);
      return true;
    }
    return false;
  }

  /** Bo sees the journey once Anna has named him, and then also steps that are his alone. */
  async function asBo(journeyId: string, seen: JourneyDocument): Promise<JourneyDocument | undefined> {
    named ||= seen.others.some(({ role }) => role === 'partner');
    return named ? bo.read(journeyId) : undefined;
  }
}

function cprOf(name: string): string {
  const person = SAMPLE_PEOPLE.find(sample => sample.name === name);
  if (!person) throw new Error(`there is no sample person ${name}`);
  return person.cpr;
}

function where({ states, tasks, awaited, authorities }: JourneyDocument): string {
  return JSON.stringify(
    { states: states.map(({ path }) => path), tasks: tasks.map(({ task }) => task), awaited, authorities },
    null,
    2,
  );
}
