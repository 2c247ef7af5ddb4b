import { randomUUID } from 'node:crypto';
import {
  type Change,
  type Draft,
  type JourneyRecord,
  type MessageContent,
  type NewDispatch,
  type RunState,
} from '#runtime';
import { type Json } from '#statechart';

const ANNA = '5b0d2a6e-8f43-4c11-9d2e-3a7c1e9f4b60';

/** 2025-06-01T10:00:00.123Z */
export const START = 1_748_772_000_123;
export const MINUTE = 60_000;

const NOTHING = {
  dispatches: [],
  stops: [],
  timers: [],
  timersCleared: [],
  messages: [],
  participants: [],
  departures: [],
  draftsCleared: [],
} as const;

/** A change that creates a journey. */
export function creation(over: Partial<Change> = {}): Change {
  const at = over.at ?? START;
  return {
    journey: randomUUID(),
    definition: 'moving',
    hash: 'f'.repeat(64),
    expects: 0,
    at,
    status: 'active',
    state: runState('declareMove'),
    states: ['declareMove'],
    entry: {
      at,
      kind: 'started',
      subject: 'moving',
      entered: ['declareMove'],
      left: [],
      detail: { hello: 'æøå' },
    },
    ...NOTHING,
    ...over,
  };
}

/** A draft of a task, saved when a journey begins. */
export function draftOf(data: Json): Draft {
  return { data, savedAt: START };
}

/** A change that moves a journey from the version that `before` left it at. */
export function step(before: Change, over: Partial<Change> = {}): Change {
  const at = over.at ?? before.at + MINUTE;
  return {
    journey: before.journey,
    definition: before.definition,
    hash: before.hash,
    expects: before.expects + 1,
    at,
    status: 'active',
    state: runState('underWay', { step: before.expects + 1 }),
    states: ['underWay'],
    entry: {
      at,
      kind: 'submitted',
      actor: randomUUID(),
      subject: 'declareMove',
      entered: ['underWay'],
      left: ['declareMove'],
      detail: null,
    },
    ...NOTHING,
    ...over,
  };
}

export function newDispatch(seq: number, over: Partial<NewDispatch> = {}): NewDispatch {
  return {
    seq,
    service: 'cpr.registerMove',
    authority: 'cpr',
    state: 'underWay.registering',
    input: { address: 'Åboulevarden 1' },
    disclosure: { persons: [ANNA], categories: ['address'], ground: 'CPR-loven § 12' },
    ringAt: START + MINUTE,
    ...over,
  };
}

/** What loading gives after these changes of one journey. */
export function recordAfter(created: Change, last: Change = created): JourneyRecord {
  return {
    id: created.journey,
    definition: created.definition,
    hash: created.hash,
    status: last.status,
    version: last.expects + 1,
    startedAt: created.at,
    state: last.state,
  };
}

export function runState(value: string, facts: Record<string, string | number> = {}): RunState {
  const now = new Date(START).toISOString();
  const context = { now, roles: {}, facts, tasks: {} };
  return { chart: { value, context, status: 'active', dispatches: {}, timers: {}, seq: 0 } };
}

/** A message that says this in both languages. */
export function contentOf(body: string): MessageContent {
  return { words: { da: { subject: `Om ${body}`, body }, en: { subject: `About ${body}`, body } } };
}
