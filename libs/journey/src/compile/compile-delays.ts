import { endOfDay, instantAfter, startOfDay } from '#calendar';
import { type Instant } from '#statechart';
import { type DelayDefinition } from '../definition.js';
import { CalendarDate, CalendarPeriod } from '../expression/cel-values.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext } from '../journey-state.js';
import { type SoundDefinition } from '../sound-definition.js';

/** When a delay that begins now is over, which may be in the past. */
export type DueTime = (context: JourneyContext) => Instant;

/** Turns ISO 8601 durations and the names of declared delays into due times, each once. */
export class DelayCompiler {
  readonly #compiled = new Map<string, DueTime>();
  readonly #sound: SoundDefinition;

  constructor(sound: SoundDefinition) {
    this.#sound = sound;
  }

  /** @param delay an ISO 8601 duration, or the name of a declared delay */
  dueTime(delay: string): DueTime {
    let due = this.#compiled.get(delay);
    if (!due) {
      const { definition, environment } = this.#sound;
      const declared = definition.delays[delay];
      due = declared ? declaredDelay(declared, environment) : afterPeriod(delay);
      this.#compiled.set(delay, due);
    }
    return due;
  }
}

function declaredDelay(
  { until, from, for: period }: DelayDefinition,
  environment: ExpressionEnvironment,
): DueTime {
  const expression = environment.expression(until ?? from ?? period ?? '');
  return context => {
    const value = expression.value(environment.scope(context));
    if (value instanceof Date) return value.getTime();
    // "Until a day" is through all of it, as Danish deadlines are ("til og med"); "from a day" is its beginning.
    if (value instanceof CalendarDate) {
      return until === undefined ? startOfDay(value.iso) : endOfDay(value.iso);
    }
    return instantAfter(Date.parse(context.now), (value as CalendarPeriod).iso);
  };
}

/** A task, its timer and its reminder ask the same at the same instant: the last answer is kept. */
function afterPeriod(period: string): DueTime {
  let last: { readonly now: string; readonly due: Instant } | undefined;
  return ({ now }) => {
    if (last?.now !== now) last = { now, due: instantAfter(Date.parse(now), period) };
    return last.due;
  };
}
