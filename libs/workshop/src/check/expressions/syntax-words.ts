/** What is wrong, and how to mend it. */
export interface FaultWords {
  readonly message: string;
  readonly remedy: string;
}

/** The signs of CEL by the names that its parser gives them. */
const SIGNS: Readonly<Record<string, string>> = {
  RPAREN: ')',
  LPAREN: '(',
  RBRACKET: ']',
  LBRACKET: '[',
  RBRACE: '}',
  LBRACE: '{',
  COLON: ':',
  COMMA: ',',
  DOT: '.',
  QUESTION: '?',
  IDENTIFIER: 'a name',
  EOF: 'the end',
};

/** What other languages write, and what CEL does. */
const OPERATORS: Readonly<Record<string, string>> = {
  and: '&&',
  og: '&&',
  or: '||',
  eller: '||',
  not: '!',
  ikke: '!',
  is: '==',
  er: '==',
  '=': '==',
  '<>': '!=',
  '&': '&&',
  '|': '||',
};

/**
 * Syntax errors of CEL in words.
 *
 * @param expression without its `=`
 * @param summary what the parser says
 * @param start where, in characters from the start of the expression
 */
export function syntaxWords(expression: string, summary: string, start: number): FaultWords {
  const word = foreignOperator(expression, start);
  if (word !== undefined) {
    const sign = OPERATORS[word.toLowerCase()];
    return { message: `An expression does not say ${word}.`, remedy: `Write ${sign} for ${word}.` };
  }
  const expected = /^Expected (\w+), got (\w+)/i.exec(summary);
  if (expected) {
    const wanted = SIGNS[expected[1] ?? ''] ?? expected[1];
    const at = expected[2] === 'EOF' ? 'At the end' : 'Here';
    return { message: `${at} ${wanted} is missing.`, remedy: `Add ${wanted}, or take out what asks for it.` };
  }
  if (/^Unexpected token: EOF/i.test(summary)) {
    return { message: 'The expression ends too early.', remedy: 'Write what is to follow its last sign.' };
  }
  if (/^Unterminated string/i.test(summary)) {
    return { message: 'A text begins here and does not end.', remedy: 'Close it with the same quote.' };
  }
  const found = expression.slice(start).split(/\s/)[0] ?? '';
  return {
    message: found === '' ? `${summary}.` : `${found} does not belong here.`,
    remedy: 'Write it as CEL, such as = today > move.date && has(move.partner).',
  };
}

/** A word that another language has for an operator, where the parser stumbles or just before. */
function foreignOperator(expression: string, start: number): string | undefined {
  const words = [...expression.matchAll(/[A-Za-z]+|<>|[=&|]/g)].filter(({ index }) => index <= start);
  for (const { 0: word, index } of words.slice(-2).reverse()) {
    const isNear = expression.slice(index + word.length, start).trim() === '';
    if (isNear && Object.hasOwn(OPERATORS, word.toLowerCase())) return word;
  }
  return undefined;
}
