/** One environment variable: how to read it, and what to set it to when it is missing or malformed. */
export interface Variable<T> {
  readonly name: string;
  /** Completes "Set it to …". Never shows the value that was found: it may be a secret. */
  readonly remedy: string;
  /** Throws, or returns undefined, when the text is malformed. */
  readonly read: (text: string) => T | undefined;
  /** What an absent variable means; without it the variable is required. */
  readonly absent?: () => T;
}

export type Values<V extends Readonly<Record<string, Variable<unknown>>>> = {
  readonly [K in keyof V]: V[K] extends Variable<infer T> ? T : never;
};

/** The environment is not fit to start with. The message names every variable that is wrong and its remedy. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map(fault => `  ${fault}`).join('\n')}`);
  }
}

/** Fail-fast configuration: reads all variables, or throws {@link EnvironmentError} naming all that are wrong, not only the first. An empty one counts as absent. */
export function readEnvironment<V extends Readonly<Record<string, Variable<unknown>>>>(
  variables: V,
  source: NodeJS.ProcessEnv,
): Values<V> {
  const faults: string[] = [];
  const values = Object.entries(variables).map(([key, variable]) => {
    const text = source[variable.name]?.trim();
    if (text === undefined || text === '') {
      if (variable.absent) return [key, variable.absent()];
      faults.push(`${variable.name} is missing. Set it to ${variable.remedy}.`);
      return [key, undefined];
    }
    const value = attempt(variable, text);
    if (value === undefined) faults.push(`${variable.name} is malformed. Set it to ${variable.remedy}.`);
    return [key, value];
  });
  if (faults.length > 0) throw new EnvironmentError(faults);
  return Object.fromEntries(values) as Values<V>;
}

function attempt<T>(variable: Variable<T>, text: string): T | undefined {
  try {
    return variable.read(text);
  } catch {
    return undefined;
  }
}
