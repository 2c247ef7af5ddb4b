import { Cursor, isRecord, type Source } from '#journey';
import { type Json } from '#statechart';
import {
  type Expectation,
  type Scenario,
  type ScenarioAction,
  type ScenarioStep,
  type ScriptedReply,
} from './scenario.js';

/** What may happen in a step, with the one word that a text alone stands for. */
const SHORT_FORMS = {
  submit: 'task',
  answer: 'service',
  refuse: 'service',
  skip: 'service',
  report: 'event',
  end: 'journey',
  wait: 'for',
  cancel: 'as',
} as const;

/** Reads `scenarios/*.yaml`, which must have the shape that its schema says. */
export function readScenario(source: Source): Scenario {
  const cursor = new Cursor(source.value);
  const given = cursor.get('given')?.value;
  return {
    name: cursor.textAt('name'),
    file: source.file,
    start: cursor.get('start')?.text(),
    version: cursor.get('version')?.text(),
    ...(cursor.get('demo')?.value === true && { demo: true as const }),
    applicant: cursor.get('applicant')?.text() ?? 'anna',
    ...(given !== undefined && { given }),
    place: cursor.get('place')?.text(),
    answers: Object.fromEntries(
      (cursor.get('answers')?.entries() ?? []).map(([service, at]) => [service, readReply(at.value)]),
    ),
    steps: cursor.get('steps')?.items().map(readStep) ?? [],
  };
}

function readReply(value: Json): ScriptedReply {
  if (!isRecord(value)) return { kind: 'silent' };
  const { refuse, ...reply } = value;
  return (
    refuse === undefined ? { ...reply, kind: 'answer' } : { ...reply, code: refuse, kind: 'refuse' }
  ) as ScriptedReply;
}

function readStep(cursor: Cursor): ScenarioStep {
  const expect = cursor.get('expect');
  return {
    action: readAction(cursor.record()),
    ...(expect && { expect: readExpectation(expect) }),
    at: cursor.path,
  };
}

function readAction(step: Readonly<Record<string, Json>>): ScenarioAction {
  for (const [kind, short] of Object.entries(SHORT_FORMS)) {
    if (!Object.hasOwn(step, kind)) continue;
    const written = step[kind];
    return {
      ...(typeof written === 'string' ? { [short]: written } : (written as object)),
      kind,
    } as ScenarioAction;
  }
  return { kind: 'look' };
}

/** Where a list is asked for, one text may stand for a list of one. */
function readExpectation(cursor: Cursor): Expectation {
  const read = Object.entries(cursor.record()).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'refused' ? [value] : value,
  ]);
  return { ...Object.fromEntries(read), at: cursor.path };
}
