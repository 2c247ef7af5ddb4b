import { type WordedTask } from '#journey';
import { leavesOf, type Player } from '#workshop';
import { NOBODY, type Wording } from './narrate.js';
import { shown } from './value-words.js';

/** The innermost active states with their words, one a line. */
export function whereLines(player: Player, wording: Wording): string[] {
  return leavesOf(player.journey.activePaths(player.state)).map(path => {
    const words = stateWords(path, player, wording);
    return words === undefined ? `  ${path}` : `  ${path}: ${words}`;
  });
}

function stateWords(path: string, { journey, state }: Player, { language }: Wording): string | undefined {
  return journey.words.state(path, language, { person: NOBODY, state });
}

/** Outline of every active state, the inner below the outer, with its words. */
export function outline(player: Player, wording: Wording): string[] {
  return player.journey.activePaths(player.state).map(path => {
    const steps = path.split('.');
    const key = steps.at(-1) ?? path;
    const words = stateWords(path, player, wording);
    return `${'  '.repeat(steps.length)}${key}${words === undefined ? '' : `: ${words}`}`;
  });
}

/** What the journey remembers, and who takes part. */
export function factLines(player: Player): string[] {
  const { facts } = player.state.context;
  const roles = Object.keys(player.journey.definition.roles).map(role => {
    const persons = player.personsIn(role).join(', ');
    return `  ${role}: ${persons || 'nobody'}`;
  });
  return [
    'Remembered:',
    ...Object.entries(facts).map(([name, fact]) => `  ${name}: ${shown(fact)}`),
    ...(Object.keys(facts).length === 0 ? ['  nothing yet'] : []),
    'Who takes part:',
    ...roles,
  ];
}

/** The journey as one person reads it: the states their roles may see, what came of them, and what they are asked to do. */
export function sightOf(person: string, player: Player, { language }: Wording): string[] {
  const { journey, state } = player;
  const roles = journey.rolesOf(state, person);
  if (roles.length === 0) return [`${person} takes no part in this journey.`];
  const texts = journey.definition.texts[language];
  const reader = { person, state };
  const visible = journey.activePaths(state).filter(path => journey.isVisible(path, roles));
  const tasks = player.tasks().filter(({ persons }) => persons.includes(person));
  return [
    `${person} (${roles.map(role => texts.roles[role] ?? role).join(', ')}) sees:`,
    ...visible.flatMap(path => {
      const words = journey.words.state(path, language, reader);
      const outcome = journey.words.outcome(path, language, reader);
      return [
        ...(words === undefined ? [] : [`  ${words} (${path})`]),
        ...(outcome ? [`    ${outcome.text}`] : []),
      ];
    }),
    ...tasks.flatMap(task => taskLines(journey.words.task(task, language, reader))),
    ...(tasks.length === 0 ? ['  Nothing to do now.'] : []),
  ];
}

function taskLines({ title, help, shows, choices, ifNothing }: WordedTask): string[] {
  return [
    `  To do: ${title}`,
    ...(help === undefined ? [] : [`    ${help}`]),
    ...shows.map(({ label, value }) => `    ${label}: ${value}`),
    ...Object.values(choices).flatMap(all => all.map(({ label }) => `    - ${label}`)),
    ...(ifNothing === undefined ? [] : [`    ${ifNothing}`]),
  ];
}
