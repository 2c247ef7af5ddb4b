import { isPeriod } from '#calendar';
import { danishTime, type Player, PlayError, type Walk } from '#workshop';
import { type CommandContext, print } from '../command-context.js';
import { menuOf } from './menu.js';
import { choose } from './choose.js';
import { LineReader } from './line-reader.js';
import { narrate, type Wording } from './narrate.js';
import { type Terminal } from './terminal.js';
import { factLines, outline, sightOf, whereLines } from './views.js';

const HINT = 'A number, wait P14D, back, where, facts, as <name>, save <name>, help, or q to stop: ';

const HELP = [
  '  3            lets that happen; what it carries is shown first and can be changed',
  '  wait         until the next thing that is due',
  '  wait P14D    for a period; wait 2025-04-10: until that day begins',
  '  back         takes the last step back; then go on another way, or forward again',
  '  where        every state that is active, the inner below the outer',
  '  facts        what the journey remembers, and who takes part',
  '  as bo        the journey as bo sees it',
  '  save name    keeps this walk as scenarios/name.yaml, with what was told as what it expects',
  '  q            stops',
];

/** Keeps a walk under a name; gives what to say about it. */
export type Keeping = (walk: Walk, name: string, sentence: string) => Promise<string>;

/**
 * Plays a journey with the designer as everybody: the citizens, the authorities and time. Ends with `q` or with the
 * input; a journey that has ended can still be taken back or kept.
 */
export async function playAtTerminal(
  walk: Walk,
  wording: Wording,
  context: CommandContext,
  keep: Keeping,
): Promise<void> {
  const reader = new LineReader(context.input, context.output);
  const terminal = { reader, output: context.output };
  let told = 0;
  let stands: readonly unknown[] | undefined;
  try {
    for (;;) {
      const { player, taken } = walk;
      for (const happening of player.happenings.slice(told))
        print(context.output, narrate(happening, wording));
      told = player.happenings.length;
      const choices = menuOf(player, wording);
      // Nothing is shown twice: what was only looked at has changed nothing.
      if (stands !== taken) showWhere(player, choices, wording, context);
      stands = taken;
      const line = await reader.ask(HINT);
      if (line === undefined || line === 'q') return print(context.output, '');
      if (line === '') stands = undefined;
      else if (line === 'back') {
        print(context.output, walk.back() ? 'One step back.' : 'This is the beginning.');
        told = walk.player.happenings.length;
      } else await obey(line, choices, walk, wording, terminal, keep);
    }
  } finally {
    reader.close();
  }
}

function showWhere(
  player: Player,
  choices: ReturnType<typeof menuOf>,
  wording: Wording,
  { output }: CommandContext,
): void {
  if (player.status !== 'active') return print(output, '', `The journey is ${player.status}.`);
  const options = choices.map(({ words }, index) => `  ${index + 1}. ${words}`);
  print(output, '', `It is ${danishTime(player.now)}.`, ...whereLines(player, wording), ...options);
}

async function obey(
  line: string,
  choices: ReturnType<typeof menuOf>,
  walk: Walk,
  wording: Wording,
  terminal: Terminal,
  keep: Keeping,
): Promise<void> {
  const [word = '', ...rest] = line.split(/\s+/);
  const say = (...lines: readonly string[]): void => print(terminal.output, ...lines);
  try {
    if (isPeriod(word)) return void walk.make({ kind: 'wait', for: word });
    switch (word) {
      case 'wait':
        return void walk.make({ kind: 'wait', for: rest[0] ?? 'next' });
      case 'forward':
        return walk.forward() ? undefined : say('There is no step to make again.');
      case 'where':
        return say(...outline(walk.player, wording));
      case 'facts':
        return say(...factLines(walk.player));
      case 'as':
        return say(...sightOf(rest[0] ?? 'anna', walk.player, wording));
      case 'save':
        return say(await saved(rest[0], walk, terminal, keep));
      case 'help':
        return say(...HELP);
    }
    const choice = /^\d+$/.test(line) ? choices[Number(line) - 1] : undefined;
    if (!choice) return say(`There is no ${line} here; help says what there is.`);
    await choose(choice, walk, wording, terminal);
  } catch (error) {
    if (!(error instanceof PlayError)) throw error;
    say(error.message);
  }
}

async function saved(
  name: string | undefined,
  walk: Walk,
  { reader }: Terminal,
  keep: Keeping,
): Promise<string> {
  if (name === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    return 'Say under which name, in small letters: save couple-with-children';
  }
  const words = name.replaceAll('-', ' ');
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return keep(
    walk,
    name,
    (await reader.ask(`What happens, in a sentence (Enter: ${sentence}): `)) || sentence,
  );
}
