import { type ASTNode, type ParseResult } from '@marcbachmann/cel-js';
import { type Json } from '#statechart';
import { ValueError } from './cel-values.js';
import { isThere } from './has-path.js';
import { needsOf } from './needs.js';
import { type Read, readsOf } from './reads.js';
import { type Scope } from './scope.js';
import { toJson } from './to-json.js';
import { type ValueType } from './value-type.js';

/** What is wrong with an expression, and where: characters from the start of its text, without the `=`. */
export interface ExpressionFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** An expression that was parsed and type-checked once and may be evaluated any number of times. */
export class Expression {
  readonly reads: readonly Read[];

  readonly #parsed: ParseResult;
  readonly #needs: readonly (readonly string[])[];

  constructor(
    /** As written, without the leading `=`. */
    readonly text: string,
    readonly type: ValueType,
    /** Written with `.?`: may have no value. */
    readonly optional: boolean,
    parsed: ParseResult,
  ) {
    this.#parsed = parsed;
    this.reads = readsOf(parsed.ast);
    this.#needs = needsOf(parsed.ast);
  }

  /** Its parts, with places in {@link text}. */
  get ast(): ASTNode {
    return this.#parsed.ast;
  }

  /**
   * The value as CEL has it: bigint for int, our own classes for dates, periods and persons.
   * @throws ExpressionError when something it reads is not there, or it divides by zero and the like
   */
  value(scope: Scope): unknown {
    try {
      return this.#parsed(scope);
    } catch (cause) {
      throw new ExpressionError(this.text, cause);
    }
  }

  /** The value as JSON; undefined when it is an optional that is absent. Throws as {@link value}. */
  json(scope: Scope): Json | undefined {
    const value = this.value(scope);
    try {
      return toJson(value);
    } catch (cause) {
      throw new ExpressionError(this.text, cause);
    }
  }

  /** Whether it is plain before evaluation that it has no value: to look is far cheaper than an error. */
  isUnknown(scope: Scope): boolean {
    // What is no name of the scope is CEL's own, such as a type.
    return this.#needs.some(([name = '', ...rest]) => name in scope && !isThere(scope[name], rest));
  }

  /** The same, and undefined also when something it reads is not there. */
  known(scope: Scope): Json | undefined {
    if (this.isUnknown(scope)) return undefined;
    try {
      return this.json(scope);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return undefined;
    }
  }
}

/** An expression could not be evaluated: the definition reads what is not there. A retry would not help. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  constructor(text: string, cause: unknown) {
    super(
      `The expression "${text}" has no value: ${reason(cause)}. Ask has(…) first for what may be absent.`,
    );
  }
}

/** Without values: what other errors say may quote personal data. */
function reason(cause: unknown): string {
  if (cause instanceof ValueError) return cause.message;
  return isCelError(cause) ? cause.summary : 'its parts cannot be computed with';
}

/** The fault of a CEL error without its source excerpt. */
export function summaryOf(cause: unknown): string {
  if (isCelError(cause)) return cause.summary;
  return cause instanceof Error ? cause.message : String(cause);
}

function isCelError(cause: unknown): cause is { readonly summary: string } {
  return typeof cause === 'object' && cause !== null && 'summary' in cause;
}
