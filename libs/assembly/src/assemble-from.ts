import { type MASTER_KEYS_VARIABLE } from '#postgres';
import { type PROCESS_VARIABLES, type Values } from '#settings';
import { createLogger } from '#telemetry';
import { assemble, type Assembly } from './assemble.js';

/** Assembles a process as its environment says. `name` is how it calls itself in the log. */
export function assembleFrom(
  name: string,
  values: Values<typeof PROCESS_VARIABLES & { masterKeys: typeof MASTER_KEYS_VARIABLE }>,
): Promise<Assembly> {
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
