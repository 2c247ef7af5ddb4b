import { assemble, type Assembly } from './assemble.js';
import { createLogger } from './log.js';
import { type Values } from './environment.js';
import { type PROCESS_VARIABLES } from './variables.js';

/** Assembles a process as its environment says. `name` is how it calls itself in the log. */
export function assembleFrom(name: string, values: Values<typeof PROCESS_VARIABLES>): Promise<Assembly> {
  const { logLevel, ...options } = values;
  const { databaseUrl, redisUrl, namespace, masterKeys, authoritiesUrl, authoritySecrets, journeysDir } =
    options;
  return assemble({
    databaseUrl,
    redisUrl,
    namespace,
    masterKeys,
    authoritiesUrl,
    authoritySecrets,
    journeysDir,
    logger: createLogger({ process: name, level: logLevel }),
  });
}
