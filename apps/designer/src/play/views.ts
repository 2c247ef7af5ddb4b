import { leavesOf, type Player } from '#workshop';
import { type Wording } from './narrate.js';
import { shown } from './value-words.js';

/** The innermost active states with their words, one a line. */
export function whereLines(player: Player, { definition, language }: Wording): string[] {
  const { states } = definition.texts[language];
  return leavesOf(player.journey.activePaths(player.state)).map(path =>
    states[path] ? `  ${path}: ${states[path]}` : `  ${path}`,
  );
}

/** Outline of every active state, the inner below the outer, with its words. */
export function outline(player: Player, { definition, language }: Wording): string[] {
  const { states } = definition.texts[language];
  return player.journey.activePaths(player.state).map(path => {
    const steps = path.split('.');
    const key = steps.at(-1) ?? path;
    return `${'  '.repeat(steps.length)}${key}${states[path] ? `: ${states[path]}` : ''}`;
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

/** The journey as one person sees it: the states their roles may see, and what they are asked to do. */
export function sightOf(person: string, player: Player, { definition, language }: Wording): string[] {
  const { journey, state } = player;
  const roles = journey.rolesOf(state, person);
  if (roles.length === 0) return [`${person} takes no part in this journey.`];
  const texts = definition.texts[language];
  const visible = journey.activePaths(state).filter(path => journey.isVisible(path, roles));
  const tasks = player.tasks().filter(({ persons }) => persons.includes(person));
  return [
    `${person} (${roles.map(role => texts.roles[role] ?? role).join(', ')}) sees:`,
    ...visible.flatMap(path => (texts.states[path] ? [`  ${texts.states[path]} (${path})`] : [])),
    ...tasks.map(({ task }) => `  To do: ${texts.tasks[task]?.title ?? task}`),
    ...(tasks.length === 0 ? ['  Nothing to do now.'] : []),
  ];
}
