import { EnvironmentError, port, PROCESS_VARIABLES, readEnvironment, url } from '#settings';
import { createLogger, NestLog } from '#telemetry';
import { ContractError } from '#authorities';
import { Population } from './population/population.js';
import { createAuthoritiesApp } from './create-authorities-app.js';

const VARIABLES = {
  authoritySecrets: PROCESS_VARIABLES.authoritySecrets,
  host: PROCESS_VARIABLES.host,
  logLevel: PROCESS_VARIABLES.logLevel,
  port: { name: 'PORT', remedy: 'the port to listen at, e.g. 4000', read: port, absent: (): number => 4000 },
  callbackBaseUrl: {
    name: 'CALLBACK_BASE_URL',
    remedy: 'the address of the api, to which callbacks and events go, e.g. http://api:3000',
    read: url('http:', 'https:'),
  },
  ledgerFile: {
    name: 'LEDGER_FILE',
    remedy: 'the file to keep the ledgers in, or leave it out to keep them in memory',
    read: (text: string): string => text,
    absent: (): string => '',
  },
};

try {
  const environment = readEnvironment(VARIABLES, process.env);
  const { authoritySecrets, callbackBaseUrl, ledgerFile, host, logLevel } = environment;
  const logger = createLogger({ process: 'authorities', level: logLevel });
  const authorities = await createAuthoritiesApp({
    secrets: authoritySecrets,
    callbackBaseUrl: () => callbackBaseUrl.replace(/\/$/, ''),
    logger: new NestLog(logger),
    population: Population.load(),
    ...(ledgerFile !== '' && { ledgerFile }),
  });
  const address = await authorities.listen(environment.port, host);
  logger.info({ address }, 'authorities are listening');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void authorities.close().then(() => process.exit(0)));
  }
} catch (error) {
  const expected = error instanceof EnvironmentError || error instanceof ContractError;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
