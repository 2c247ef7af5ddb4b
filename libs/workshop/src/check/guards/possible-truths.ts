import { type Formula } from './formula.js';

/** Which truths a formula can have. */
export interface PossibleTruths {
  readonly true: boolean;
  readonly false: boolean;
}

/** A condition with more cases than this is not looked into. */
const MOST_CASES = 4096;
const ELSE = 'else';

/** *Satisfiability* by truth table: tries every case, of which the conditions of a journey have few. */
export function possibleTruths(formula: Formula): PossibleTruths {
  const domains = new Map<string, Set<string>>();
  collect(formula, domains);
  const variables = [...domains];
  const cases = variables.reduce((product, [, values]) => product * values.size, 1);
  if (cases > MOST_CASES) return { true: true, false: true };
  const found = { true: false, false: false };
  for (let index = 0; index < cases; index++) {
    const values = new Map<string, string>();
    let rest = index;
    for (const [variable, domain] of variables) {
      values.set(variable, [...domain][rest % domain.size] as string);
      rest = Math.floor(rest / domain.size);
    }
    found[holds(formula, values) ? 'true' : 'false'] = true;
    if (found.true && found.false) break;
  }
  return found;
}

function collect(formula: Formula, domains: Map<string, Set<string>>): void {
  if (formula.op === 'is') {
    const { variable, value } = formula;
    const ordered = ['<', '=', '>'].includes(value);
    const domain = domains.get(variable) ?? new Set(ordered ? ['<', '=', '>'] : [ELSE]);
    domains.set(variable, domain.add(value));
  } else if (formula.op === 'not') collect(formula.of, domains);
  else if (formula.op !== 'constant') formula.parts.forEach(part => collect(part, domains));
}

function holds(formula: Formula, values: ReadonlyMap<string, string>): boolean {
  switch (formula.op) {
    case 'constant':
      return formula.value;
    case 'is':
      return values.get(formula.variable) === formula.value;
    case 'not':
      return !holds(formula.of, values);
    case 'and':
      return formula.parts.every(part => holds(part, values));
    case 'or':
      return formula.parts.some(part => holds(part, values));
  }
}
