import { isPeriod } from '#calendar';
import { isObject } from '#schema';
import { type Json } from '#statechart';
import { danishTime, type Player, PlayError } from '#workshop';
import { type CommandContext, print } from '../command-context.js';
import { type Choice, choicesOf } from './choices.js';
import { LineReader } from './line-reader.js';
import { narrate, type Wording } from './narrate.js';

const HINT = 'A number, a period to wait (P3D), or q to stop: ';

/**
 * Plays a journey with the designer as everybody: the citizens, the authorities and time. Ends with the journey, with
 * `q`, or with the input.
 */
export async function playAtTerminal(
  player: Player,
  wording: Wording,
  context: CommandContext,
): Promise<void> {
  const reader = new LineReader(context.input, context.output);
  let told = 0;
  try {
    for (;;) {
      for (const happening of player.happenings.slice(told))
        print(context.output, narrate(happening, wording));
      told = player.happenings.length;
      if (player.status !== 'active') {
        print(context.output, '', `The journey is ${player.status}.`);
        return;
      }
      const choices = choicesOf(player, wording);
      showWhere(player, wording, choices, context.output);
      const line = await reader.ask(HINT);
      if (line === undefined || line === 'q') {
        print(context.output, '');
        return;
      }
      await letHappen(line, choices, player, reader, context.output);
    }
  } finally {
    reader.close();
  }
}

function showWhere(
  player: Player,
  { definition, language }: Wording,
  choices: readonly Choice[],
  output: NodeJS.WritableStream,
): void {
  const { states } = definition.texts[language];
  const paths = player.journey.activePaths(player.state);
  const leaves = paths.filter(path => !paths.some(other => other.startsWith(`${path}.`)));
  print(output, '', `It is ${danishTime(player.now)}.`);
  for (const path of leaves) print(output, `  ${path}${states[path] ? `: ${states[path]}` : ''}`);
  choices.forEach(({ words }, index) => print(output, `  ${index + 1}. ${words}`));
}

async function letHappen(
  line: string,
  choices: readonly Choice[],
  player: Player,
  reader: LineReader,
  output: NodeJS.WritableStream,
): Promise<void> {
  try {
    if (isPeriod(line)) return player.waitFor(line);
    const choice = /^\d+$/.test(line) ? choices[Number(line) - 1] : undefined;
    if (!choice) return print(output, `There is no ${line || 'empty choice'} here.`);
    await choose(choice, player, reader, output);
  } catch (error) {
    if (!(error instanceof PlayError || error instanceof SyntaxError)) throw error;
    print(output, error.message);
  }
}

async function choose(
  choice: Choice,
  player: Player,
  reader: LineReader,
  output: NodeJS.WritableStream,
): Promise<void> {
  switch (choice.kind) {
    case 'submit': {
      const { task, form, event, person } = choice;
      const prefill = player.tasks().find(open => open.task === task)?.prefill ?? {};
      const sample = { ...(player.exampleData(form) as object), ...prefill } as Json;
      const data = choice.data ? await edited('The form', sample, reader) : undefined;
      const accepted = player.submit(person, task, event, data);
      if (accepted.kind === 'accepted') return;
      const fields = accepted.fields.map(({ path, message }) => `  ${path || 'the whole'} ${message}`);
      return print(output, `Refused (${accepted.code}): ${accepted.message}.`, ...fields);
    }
    case 'answer':
      return player.answer(
        choice.seq,
        await edited('The answer', player.exampleAnswer(choice.service), reader),
      );
    case 'refuse': {
      const codes = Object.keys(player.journey.catalogue.service(choice.service)?.refusals ?? {});
      const code = await reader.ask(`With which code (${codes.join(', ')}; empty: ${codes[0]}): `);
      return player.refuse(choice.seq, code || (codes[0] ?? ''));
    }
    case 'skip':
      return player.skip(choice.seq);
    case 'report':
      player.report(choice.event);
      return;
    case 'next':
      return player.waitForNext();
    case 'cancel':
      player.cancel(choice.person);
  }
}

/** The sample as it is, or with the fields the designer changes. */
async function edited(what: string, sample: Json, reader: LineReader): Promise<Json> {
  const line = await reader.ask(
    `${what} is ${JSON.stringify(sample)}\nEmpty to take it, or JSON with what differs: `,
  );
  if (!line) return sample;
  const change = JSON.parse(line) as Json;
  return isObject(sample) && isObject(change) ? { ...sample, ...change } : change;
}
