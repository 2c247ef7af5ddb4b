import { fileURLToPath } from 'node:url';
import { authorityIds } from '#authorities';
import { TIMERS, dispatchQueue } from '#queue';
import { STARTING, startSystem, type System } from '../api/system.js';
import { type Caller, everyCaller, HELPERS, HOLDERS, POSITIONS } from './callers.js';
import { EXPECTED_OF_BOARD } from './board-expectations.js';
import { EXPECTED } from './expectations.js';
import { overhear } from './overheard-app.js';
import { type Answer, ask, sameWords } from './replies.js';
import { Requests } from './requests.js';
import { routesOf } from './routes.js';
import { findPeople, type People, type Scene, sceneMaker } from './scene.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const EXPECTATIONS = { ...EXPECTED, ...EXPECTED_OF_BOARD };
const ROUTES = Object.keys(EXPECTATIONS);

/** Every route that there is, asked by everybody who might ask, for what is theirs, what is others', and what is nobody's. */
describe('who is answered what', () => {
  let system: System;
  let routes: readonly string[];
  let requests: Requests;
  let people: People;
  let callers: readonly Caller[];
  let newScene: () => Promise<Scene>;
  let scene: Scene;

  beforeAll(async () => {
    const { started, at } = await overhear(() => startSystem({ journeysDir: JOURNEYS }));
    system = started;
    routes = routesOf(await at(system.api));
    requests = await Requests.of(system, JOURNEYS);
    people = await findPeople(system);
    callers = await everyCaller(system, people);
    newScene = await sceneMaker(system, people);
    scene = await newScene();
  }, STARTING);

  afterAll(() => system?.close());

  it('is said of every route that the application has, and of no other', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(ROUTES.toSorted()).toEqual(routes);
  });

  it('is about every route that is documented', () => {
    expect(routes).toEqual(expect.arrayContaining([...requests.documented]));
  });

  it.each(ROUTES)('%s', async route => {
    const expectation = EXPECTATIONS[route]!;
    const onlySigned = 'authority' in expectation || 'face' in expectation;
    const answered: string[] = [];
    const wanted: string[] = [];
    for (const caller of callers) {
      const allowed = allowedTo(caller, expectation);
      const status = allowed ?? (caller.signedIn && !onlySigned ? 403 : 401);
      const changes = status < 300 && !route.startsWith('GET ');
      const of = changes ? await newScene() : scene;
      const answer = await ask(system.api, requests.to(route, of), caller);
      wanted.push(`${caller.name} ${status}`);
      answered.push(`${caller.name} ${answer.status}`);
      expect({ caller: caller.name, leaked: leaks(answer, caller, of) }).toEqual({
        caller: caller.name,
        leaked: [],
      });
      if (allowed === undefined || expectation['missing'] === undefined) continue;
      const missing = await ask(system.api, requests.to(route), caller);
      wanted.push(`${caller.name}, of what there is not, ${expectation['missing']}`);
      answered.push(`${caller.name}, of what there is not, ${missing.status}`);
      if (status === 404) expect(sameWords(answer)).toEqual(sameWords(missing));
    }
    expect(answered).toEqual(wanted);
  });

  it('has left every queue as it was', async () => {
    const { queues } = system.assembly;
    const names = [...authorityIds(system.assembly.catalogue).map(dispatchQueue), TIMERS];
    const paused = await Promise.all(names.map(async name => (await queues.get(name)).isPaused()));
    expect(paused).toEqual(names.map(() => false));
  });

  /** Whatever of others, or of the person ids behind everybody, stands in an answer. */
  function leaks({ everything }: Answer, { name }: Caller, { secrets }: Scene): readonly string[] {
    const reader = name === 'holder' || name === 'helper' ? 'applicant' : name;
    const forbidden = Object.entries(secrets).flatMap(([owner, secret]) =>
      owner === reader ? [] : [secret.slice(0, 40)],
    );
    for (const position of POSITIONS) {
      const { cpr, id } = people[position];
      if (position === reader) continue;
      forbidden.push(cpr);
      // For whom they may act is no secret to them.
      if (position !== 'applicant' || ![...HOLDERS, ...HELPERS].some(other => other === name))
        forbidden.push(id);
    }
    // Nor is what registers call them.
    const isHolder = HOLDERS.some(other => other === name);
    const told = isHolder ? everything.replace(/^on-behalf-of: .*$/m, '') : everything;
    return forbidden.filter(secret => told.includes(secret));
  }
});

/** Whoever acts for the applicant is answered as they are; under a mandate for another kind of journey, as a stranger to this one. */
function allowedTo({ name }: Caller, expectation: Readonly<Record<string, number>>): number | undefined {
  // What the person alone may do, or whoever has leave to do it for them.
  if ([...HOLDERS, ...HELPERS].some(acting => acting === name) && expectation[name] === 403) return undefined;
  if (name === 'helper') {
    const own = expectation['caseworker'];
    return own ?? allowedTo({ name: 'holder' } as Caller, expectation);
  }
  if (name === 'holder') return allowedTo({ name: 'applicant' } as Caller, expectation);
  if (name === 'holderElsewhere') {
    const begins = expectation['citizen'] === 201;
    return begins ? undefined : allowedTo({ name: 'stranger' } as Caller, expectation);
  }
  const isCitizen = POSITIONS.some(position => position === name);
  return expectation[name] ?? (isCitizen ? expectation['citizen'] : undefined) ?? expectation['anyone'];
}
