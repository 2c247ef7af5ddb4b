import { iso } from '#calendar';
import { type CompiledJourney, type Language } from '#journey';
import { type JsonSchema } from '#schema';
import { type ExamplePlay, type ExampleStep } from '#workshop';
import { describeTask } from '../describe-task.js';
import { ReaderWords } from '../reader-words.js';
import {
  type ExampleAnswerDocument,
  type ExampleDocument,
  type ExampleStepDocument,
} from './example-document.js';
import { exampleLines } from './example-lines.js';
import { ExampleNames } from './example-names.js';

/** An example in words, one step for each thing that the applicant does. */
export function describeExample(
  { applicant, steps }: ExamplePlay,
  compiled: CompiledJourney,
  language: Language,
): ExampleDocument {
  const wordsOf = (state: ExampleStep['state']): ReaderWords =>
    new ReaderWords(compiled, { person: applicant, state }, language);
  const chapters = chaptersOf(steps, applicant);
  const last = steps.at(-1)!;
  return {
    id: compiled.definition.id,
    title: wordsOf(last.state).title,
    hash: compiled.definition.hash,
    applicant: new ExampleNames(wordsOf(last.state)).of(applicant),
    steps: chapters.map(({ before, told }): ExampleStepDocument => {
      const [first] = told;
      const answer = before && answerOf(first!, before, compiled, wordsOf(before.state));
      return { at: iso(first!.at), ...(answer && { answer }), lines: exampleLines(told, wordsOf) };
    }),
  };
}

interface Chapter {
  /** How the journey stood when the applicant did something; absent at the beginning. */
  readonly before?: ExampleStep;
  readonly told: readonly ExampleStep[];
}

/** What others do and what happens by itself belongs to what the applicant did last. */
function chaptersOf(steps: readonly ExampleStep[], applicant: string): readonly Chapter[] {
  const begins = steps.flatMap(({ move }, index) =>
    index === 0 || (move?.kind === 'submit' && move.as === applicant) ? [index] : [],
  );
  return begins.map((from, place) => {
    const told = steps.slice(from, begins[place + 1]);
    const before = steps[from - 1];
    return { told, ...(before && { before }) };
  });
}

function answerOf(
  { move, at }: ExampleStep,
  { state }: ExampleStep,
  compiled: CompiledJourney,
  words: ReaderWords,
): ExampleAnswerDocument | undefined {
  if (move?.kind !== 'submit') return undefined;
  const open = compiled.openTasks(state, at).find(({ task }) => task === move.task);
  if (!open) return undefined;
  const schema: JsonSchema = open.schema;
  const names = new ExampleNames(words);
  const task = describeTask(open, { asOf: at, drafts: new Map() }, words);
  return {
    task: names.inTask(task, schema),
    choice: words.taskEvent(move.task, move.event),
    data: names.in(move.data ?? {}, schema),
  };
}
