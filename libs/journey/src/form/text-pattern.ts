import { Script } from 'node:vm';
import { linearPattern, PatternError, type TextPattern } from './linear-pattern.js';

/** Milliseconds; far beyond what a pattern needs that ends at all, for on a busy machine the process may be waiting. */
const LONGEST = 250;

/**
 * A pattern of a definition that runs. Versions from before patterns had to be linear may have others, and their journeys
 * go on: such a pattern has a time limit, and what it cannot decide by then does not fit.
 */
export function textPattern(pattern: string): TextPattern {
  try {
    return linearPattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return timeLimited(pattern);
  }
}

function timeLimited(pattern: string): TextPattern {
  const expression = new RegExp(pattern, 'u');
  const script = new Script('expression.test(text)');
  return {
    test(text) {
      try {
        return script.runInNewContext({ expression, text }, { timeout: LONGEST }) === true;
      } catch {
        return false;
      }
    },
    toString: () => pattern,
  };
}
