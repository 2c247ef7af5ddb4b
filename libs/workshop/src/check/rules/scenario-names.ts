import { didYouMean } from '#journey';
import { pathEnds } from '../../path-ends.js';
import { brokenContract } from '../broken-contract.js';
import { type Rule } from '../rule.js';
import { askedServices, knownNames } from '../scenarios/known-names.js';
import { type ScenarioNameKind, scenarioNames } from '../scenarios/scenario-names.js';

/** What a name stands for, in words, and where such names are declared. */
const WORDS: Readonly<Record<ScenarioNameKind, { missing: string; where: string }>> = {
  service: { missing: 'No authority has a service', where: 'Use one that the journey asks.' },
  event: { missing: 'No authority reports', where: 'Use one that the journey listens for.' },
  state: { missing: 'The journey has no state', where: 'Use one of its states.' },
  task: { missing: 'The journey has no task', where: 'Name the state that has the task.' },
  role: { missing: 'The journey has no role', where: 'Use one that stands under roles.' },
  message: {
    missing: 'The journey has no message',
    where: 'Use one that stands under messages in the texts.',
  },
  started: { missing: 'No journey is started as', where: 'Use a name under which one is started.' },
  journey: { missing: 'Never started is the journey', where: 'Use one that this journey starts.' },
  offer: { missing: 'The journey has no offer', where: 'Use one that stands under offers.' },
  fact: { missing: 'Nothing is ever remembered as', where: 'Use a name that the journey remembers.' },
};

const unknownInScenario: Rule = {
  code: 'unknown-in-scenario',
  title: 'what a scenario names exists',
  severity: 'error',
  *find(context) {
    const known = knownNames(context);
    const ends = new Map<ScenarioNameKind, Map<string, number>>();
    for (const [kind, names] of Object.entries(known) as [ScenarioNameKind, readonly string[]][]) {
      const all = kind === 'state' || kind === 'task' ? names.flatMap(pathEnds) : names;
      const counts = new Map<string, number>();
      for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
      ends.set(kind, counts);
    }
    for (const scenario of context.scenarios) {
      for (const { kind, name, place, key } of scenarioNames(scenario)) {
        const names = ends.get(kind) ?? new Map<string, number>();
        // The version file tells of a broken contract.
        if (names.has(name) || ((kind === 'service' || kind === 'event') && brokenContract(context, name)))
          continue;
        const { missing, where } = WORDS[kind];
        yield {
          place,
          key,
          message: `${missing} ${name}.`,
          remedy: didYouMean(name, names.keys(), where),
        };
      }
    }
  },
};

/** A scenario that says something of a service which its version never asks says nothing, and would say so for ever. */
const serviceNotAsked: Rule = {
  code: 'service-not-asked',
  title: 'a service that a scenario speaks of is one that the journey asks',
  severity: 'error',
  *find(context) {
    const asked = askedServices(context);
    // It may be one that the machine misspells.
    if ([...asked].some(id => !context.catalogue.service(id))) return;
    for (const scenario of context.scenarios) {
      for (const { kind, name, place, key } of scenarioNames(scenario)) {
        if (kind !== 'service' || asked.has(name) || !context.catalogue.service(name)) continue;
        yield {
          place,
          key,
          message: `The journey never asks ${name}.`,
          remedy: didYouMean(name, asked, 'Take it out, or name a service that the journey asks.'),
        };
      }
    }
  },
};

export const SCENARIO_NAME_RULES: readonly Rule[] = [unknownInScenario, serviceNotAsked];
