import { LANGUAGES, startedNames, startsIn } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type ScenarioNameKind } from './scenario-names.js';

/** The names of each kind that scenarios of a version may use. */
export function knownNames(context: CheckContext): Readonly<Record<ScenarioNameKind, readonly string[]>> {
  const { definition, catalogue, states, rememberings } = context;
  const paths = states.flatMap(({ path }) => (path === '' ? [] : [path]));
  return {
    service: catalogue.services().map(({ id }) => id),
    event: catalogue.registerEvents().map(({ id }) => id),
    state: paths,
    task: states.flatMap(({ task, path }) => (task ? [path] : [])),
    role: Object.keys(definition.roles),
    message: [
      'reminder',
      ...new Set(LANGUAGES.flatMap(language => Object.keys(definition.texts[language].messages))),
    ],
    started: startedNames(definition.machine),
    journey: startsIn(definition.machine).map(({ params }) => String(params['journey'])),
    offer: Object.keys(definition.offers),
    fact: [
      ...new Set([
        ...rememberings.map(({ name }) => name),
        ...startedNames(definition.machine),
        ...(definition.takes === undefined ? [] : ['given']),
      ]),
    ],
  };
}

/** The services that a version asks, with those that undo what they did. */
export function askedServices({ states, catalogue }: CheckContext): Set<string> {
  const asked = states.flatMap(({ invokes }) => invokes.map(({ src }) => src));
  return new Set([...asked, ...asked.flatMap(id => catalogue.service(id)?.compensation ?? [])]);
}
