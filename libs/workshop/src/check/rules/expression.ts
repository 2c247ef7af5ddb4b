import { type ExpressionFaultCode } from '../expression-faults.js';
import { type Rule } from '../rule.js';

function expressionRule(code: ExpressionFaultCode, title: string): Rule {
  return {
    code,
    title,
    severity: 'error',
    // Of what a broken contract gives the type is unknown, and nothing can be said.
    find: ({ catalogue, expressionFaults }) =>
      expressionFaults.filter(
        fault => fault.code === code && !(catalogue.broken?.size && fault.message.includes("'dyn'")),
      ),
  };
}

/** The rules that compiling every expression answers. */
export const EXPRESSION_RULES: readonly Rule[] = [
  expressionRule('expression-syntax', 'an expression is CEL'),
  expressionRule(
    'unknown-name',
    'an expression names roles, remembered names, parameters, today and now only',
  ),
  expressionRule('unknown-parameter', 'an expression names parameters that exist'),
  expressionRule('unknown-field', 'an expression names fields that exist'),
  expressionRule('expression-type', 'an expression compares and adds what belongs together'),
];
