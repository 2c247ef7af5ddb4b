import { type Effect, type Json } from '#statechart';
import { stepOf, type TimerOrigin } from '../compile/compile-machine.js';
import { type JourneyEffect } from '../journey-effect.js';
import { type JourneyState, type PersonId } from '../journey-state.js';

interface Translated {
  readonly effects: readonly JourneyEffect[];
  readonly walked: readonly string[];
  readonly entered: readonly string[];
}

/** Turns a chart's effects into a journey's: services, steps and persons in place of invokes and actions. */
export function journeyEffects(
  effects: readonly Effect[],
  state: JourneyState,
  timers: ReadonlyMap<string, TimerOrigin>,
): Translated {
  const translated: JourneyEffect[] = [];
  const walked: string[] = [];
  const entered: string[] = [];
  for (const effect of effects) {
    switch (effect.type) {
      case 'dispatch': {
        const { seq, src, input, invoke } = effect;
        translated.push({ type: 'dispatch', seq, service: src, input, step: stepOf(invoke) });
        break;
      }
      case 'setTimer': {
        const { seq, due } = effect;
        translated.push({ type: 'setTimer', seq, due, step: timerStep(state, seq, timers) });
        break;
      }
      case 'cancelDispatch':
      case 'cancelTimer':
        translated.push(effect);
        break;
      case 'action':
        if (effect.action === 'walked') walked.push((effect.params as { transition: string }).transition);
        else if (effect.action === 'entered') entered.push((effect.params as { state: string }).state);
        else translated.push(...actionEffect(effect.action, effect.params));
        break;
      // The language has nothing that sends, emits or logs.
      case 'send':
      case 'emit':
      case 'log':
        break;
    }
  }
  return { effects: translated, walked, entered };
}

function timerStep(state: JourneyState, seq: number, timers: ReadonlyMap<string, TimerOrigin>): string {
  const timer = Object.values(state.timers).find(pending => pending.seq === seq);
  return timers.get(timer?.event.type ?? '')?.step ?? '';
}

/** A message without recipients is dropped: an optional role may be vacant. */
function actionEffect(action: string, params: Json): JourneyEffect[] {
  if (action === 'starts') {
    const { persons, ...start } = params as unknown as StartParams;
    return persons.map(person => ({ type: 'starts', ...start, person }));
  }
  const effect = { type: action, ...(params as object) } as unknown as ActionEffect;
  if (effect.type === 'undo') return [effect];
  return ROLE_ACTIONS.has(effect.type) && effect.persons.length > 0 ? [effect] : [];
}

type ActionEffect = Extract<
  JourneyEffect,
  { readonly type: 'message' | 'invite' | 'dismiss' | 'reminder' | 'undo' }
>;

const ROLE_ACTIONS: ReadonlySet<string> = new Set(['message', 'invite', 'dismiss', 'reminder']);

interface StartParams {
  readonly number: number;
  readonly journey: string;
  readonly persons: readonly PersonId[];
  readonly given: Json;
}
