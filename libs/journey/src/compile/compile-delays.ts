import { endOfDay, instantAfter, isPeriod, startOfDay } from '#calendar';
import { type Instant } from '#statechart';
import { type Definition, type DelayDefinition } from '../definition.js';
import { CalendarDate, CalendarPeriod } from '../expression/cel-values.js';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext } from '../journey-state.js';
import { type SourcePath } from '../source.js';
import { type Faults } from './faults.js';

/** When a delay that begins now is over, which may be in the past. */
export type Due = (context: JourneyContext) => Instant;

/** Turns an ISO 8601 duration or the name of a declared delay into when it is over. */
export class DelayCompiler {
  readonly #compiled = new Map<string, Due>();
  readonly #definition: Definition;
  readonly #environment: ExpressionEnvironment;
  readonly #faults: Faults;

  constructor(definition: Definition, environment: ExpressionEnvironment, faults: Faults) {
    this.#definition = definition;
    this.#environment = environment;
    this.#faults = faults;
  }

  due(delay: string, at: SourcePath): Due {
    let due = this.#compiled.get(delay);
    if (!due) {
      due = this.#compile(delay, at);
      this.#compiled.set(delay, due);
    }
    return due;
  }

  #compile(delay: string, at: SourcePath): Due {
    const declared = this.#definition.delays[delay];
    if (declared) return this.#declared(delay, declared);
    if (isPeriod(delay)) return afterPeriod(delay);
    this.#faults.add(
      at,
      `${delay} is neither a duration nor a declared delay.`,
      'Write an ISO 8601 duration such as P14D, or declare it under delays.',
    );
    return context => Date.parse(context.now);
  }

  #declared(name: string, { until, from, for: period }: DelayDefinition): Due {
    const key = until !== undefined ? 'until' : from !== undefined ? 'from' : 'for';
    const expression = this.#expression(name, key, until ?? from ?? period ?? '');
    if (!expression) return context => Date.parse(context.now);
    return context => {
      const value = expression.value(this.#environment.scope(context));
      if (value instanceof Date) return value.getTime();
      // "Until a day" is through all of it, as Danish deadlines are ("til og med"); "from a day" is its beginning.
      if (value instanceof CalendarDate) return key === 'until' ? endOfDay(value.iso) : startOfDay(value.iso);
      return instantAfter(Date.parse(context.now), (value as CalendarPeriod).iso);
    };
  }

  #expression(name: string, key: 'until' | 'from' | 'for', text: string): Expression | undefined {
    const at = ['delays', name, key];
    // A literal date or period is as good as an expression of one.
    const source = text.trimStart().startsWith('=')
      ? text
      : `${key === 'for' ? 'period' : 'date'}("${text}")`;
    const compiled = this.#environment.compile(source);
    if (!compiled.ok) {
      this.#faults.add(at, compiled.fault.message, 'Correct the expression.', compiled.fault.start);
      return undefined;
    }
    const { kind } = compiled.expression.type;
    const fits = key === 'for' ? kind === 'period' : kind === 'date' || kind === 'timestamp';
    if (fits) return compiled.expression;
    const asked = key === 'for' ? 'a period' : 'a date or timestamp';
    this.#faults.add(at, `The delay ${name} asks for ${asked}, but this is ${kind}.`, `Give ${asked}.`);
    return undefined;
  }
}

/** A task, its timer and its reminder ask the same at the same instant: the last answer is kept. */
function afterPeriod(period: string): Due {
  let last: { readonly now: string; readonly due: Instant } | undefined;
  return ({ now }) => {
    if (last?.now !== now) last = { now, due: instantAfter(Date.parse(now), period) };
    return last.due;
  };
}
