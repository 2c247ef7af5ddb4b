import { isPeriod } from '#calendar';
import { danishTime, PlayError, type Walk } from '#workshop';
import { type CommandContext, print } from '../command-context.js';
import { choicesOf } from './choices.js';
import { choose } from './choose.js';
import { LineReader } from './line-reader.js';
import { narrate, type Wording } from './narrate.js';
import { type Terminal } from './terminal.js';
import { factLines, outline, viewOf, whereLines } from './views.js';

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
  try {
    for (;;) {
      const { happenings, status, now } = walk.player;
      for (const happening of happenings.slice(told)) print(context.output, narrate(happening, wording));
      const isNews = told !== happenings.length || told === 0;
      told = happenings.length;
      const choices = choicesOf(walk.player, wording);
      if (status !== 'active' && isNews) print(context.output, '', `The journey is ${status}.`);
      else if (status === 'active') {
        print(context.output, '', `It is ${danishTime(now)}.`, ...whereLines(walk.player, wording));
        choices.forEach(({ words }, index) => print(context.output, `  ${index + 1}. ${words}`));
      }
      const line = await reader.ask(HINT);
      if (line === undefined || line === 'q') return print(context.output, '');
      if (line === 'back' || line === 'forward') {
        if (!(line === 'back' ? walk.back() : walk.forward()))
          print(context.output, `There is no step ${line}.`);
        else print(context.output, line === 'back' ? 'One step back.' : 'One step forward.');
        told = line === 'back' ? walk.player.happenings.length : told;
        continue;
      }
      await obey(line, choices, walk, wording, terminal, keep);
    }
  } finally {
    reader.close();
  }
}

async function obey(
  line: string,
  choices: ReturnType<typeof choicesOf>,
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
      case 'where':
        return say(...outline(walk.player, wording));
      case 'facts':
        return say(...factLines(walk.player));
      case 'as':
        return say(...viewOf(rest[0] ?? 'anna', walk.player, wording));
      case 'save':
        return say(await saved(rest[0], walk, terminal, keep));
      case 'help':
        return say(...HELP);
    }
    const choice = /^\d+$/.test(line) ? choices[Number(line) - 1] : undefined;
    if (!choice) return say(`There is no ${line || 'empty choice'} here; help says what there is.`);
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
