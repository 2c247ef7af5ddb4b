import { isObject, type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { Cast, exampleValue, likelyAnswer, likelyForm, likelyReport, type Move, type Walk } from '#workshop';
import { print } from '../command-context.js';
import { type MenuItem } from './menu.js';
import { fillIn, type Sheet } from './fill-in.js';
import { authorityOf, type Wording } from './narrate.js';
import { type Terminal } from './terminal.js';

/** Lets a choice happen, with the data it carries filled in by the designer. Nothing happens when they go back. */
export async function choose(
  choice: MenuItem,
  walk: Walk,
  wording: Wording,
  terminal: Terminal,
): Promise<void> {
  switch (choice.kind) {
    case 'submit':
      return submit(choice, walk, wording, terminal);
    case 'answer': {
      const { seq, service } = choice;
      const schema = wording.journey.catalogue.service(service)?.answer ?? {};
      const title = `${authorityOf(service, wording)} answers ${service}`;
      const answer = likelyAnswer(walk, seq);
      await fill(title, schema, answer, walk, terminal, data => ({
        kind: 'answer',
        seq,
        service,
        answer: data,
      }));
      return;
    }
    case 'report': {
      const { event } = choice;
      const schema = wording.journey.catalogue.registerEvent(event)?.data ?? {};
      const title = `${authorityOf(event, wording)} reports ${event}`;
      await fill(title, schema, likelyReport(walk, event), walk, terminal, data => ({
        kind: 'report',
        event,
        data,
      }));
      return;
    }
    case 'refuse':
      return refuse(choice, walk, wording, terminal);
    case 'skip':
      return void walk.make({ kind: 'skip', seq: choice.seq, service: choice.service });
    case 'end':
      return void walk.make({ kind: 'end', name: choice.name, is: choice.is });
    case 'wait':
      return void walk.make({ kind: 'wait', for: choice.for });
    case 'cancel':
      return void walk.make({ kind: 'cancel', as: choice.person });
  }
}

async function submit(
  { task, event, person, data }: MenuItem & { kind: 'submit' },
  walk: Walk,
  wording: Wording,
  terminal: Terminal,
): Promise<void> {
  const open = walk.player.tasks().find(item => item.task === task);
  const move = { kind: 'submit', task, as: person, event } as const;
  if (!open || !data) return print(terminal.output, ...refusalOf(move, walk));
  const reader = { person, state: walk.player.state };
  const texts = walk.player.journey.words.task(open, wording.language, reader).form;
  const sample = likelyForm(walk.player, open, person);
  const title = `${person} fills in “${texts?.title ?? open.form}”`;
  const words = {
    label: (names: readonly string[]) => texts?.fields[names.join('.')]?.label,
    options: (names: readonly string[]) => texts?.fields[names.join('.')]?.options ?? {},
  };
  await fill(title, open.schema, sample, walk, terminal, filled => ({ ...move, data: filled }), words);
}

/** Why a participant's move without data was not accepted; nothing when it was. */
function refusalOf(move: Move, walk: Walk): string[] {
  const refused = walk.make(move);
  return refused ? [`Not accepted: ${refused.message}.`] : [];
}

async function refuse(
  { seq, service }: MenuItem & { kind: 'refuse' },
  walk: Walk,
  { journey: { catalogue }, language }: Wording,
  { reader, output }: Terminal,
): Promise<void> {
  const refusals = Object.entries(catalogue.service(service)?.refusals ?? {});
  refusals.forEach(([code, words], index) => print(output, `    ${index + 1}. ${code}: ${words[language]}`));
  for (;;) {
    const typed = await reader.ask('Why (a number or a code; Enter: 1; x goes back): ');
    if (typed === undefined || typed === 'x') return;
    const [code] =
      refusals.find(([known], index) => typed === known || Number(typed || '1') === index + 1) ?? [];
    if (code !== undefined) return void walk.make({ kind: 'refuse', seq, service, code });
    print(output, `${service} never refuses with ${typed}.`);
  }
}

async function fill(
  title: string,
  schema: JsonSchema,
  sample: Json,
  walk: Walk,
  terminal: Terminal,
  moveOf: (data: Json) => Move,
  words: Pick<Sheet, 'label' | 'options'> = { label: () => undefined, options: () => ({}) },
): Promise<void> {
  const { player } = walk;
  const cast = new Cast(player);
  const definitions = isObject(schema) ? { $defs: schema.$defs ?? {} } : {};
  await fillIn(
    {
      title,
      schema,
      sample,
      ...words,
      persons: cast.persons,
      example: part =>
        exampleValue({ ...definitions, ...part }, { now: player.now, person: cast.otherThan('anna') }),
      send: data => {
        const refused = walk.make(moveOf(data));
        if (!refused) return [];
        return refused.fields.length > 0 ? refused.fields : [{ path: '', message: refused.message }];
      },
    },
    terminal,
  );
}
