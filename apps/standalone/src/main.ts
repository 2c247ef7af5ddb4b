import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLE_PEOPLE } from './sample-people.js';
import { startStandalone } from './start-standalone.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    folder: { type: 'string', default: '.overgang' },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_532) {
  process.stderr.write(`--port ${values.port} is no port; give a number from 0 to 65532.\n`);
  process.exit(1);
}

try {
  const running = await startStandalone({
    folder: resolve(values.folder),
    journeysDir: join(process.cwd(), 'journeys'),
    redisUrl: process.env['REDIS_URL'],
    ports:
      port === 0
        ? { api: 0, authorities: 0, mitid: 0, web: 0 }
        : { api: port, authorities: port + 1, mitid: port + 2, web: port + 3 },
    say: line => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(welcome(running));
  const end = (): void => {
    process.stdout.write('\nEnding …\n');
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
} catch (error) {
  process.stderr.write(`Overgang cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function welcome({ web, api, authorities }: Awaited<ReturnType<typeof startStandalone>>): string {
  const people = SAMPLE_PEOPLE.map(({ name, about }) => `  ${name.padEnd(6)} ${about?.en}`).join('\n');
  return `
Overgang is running. Open this address in a browser:

  ${web}

and sign in with the simulated MitID as one of these:
${people}

For developers. Everything is kept in ${values.folder}/; Ctrl-C ends it.

  API            ${api}/v1
  documentation  ${api}/docs
  ops, queues    ${api}/ops/queues
  authorities    ${authorities}/docs   (simulated: ledgers and knobs)
  clock          ${api}/v1/clock   (calendar time: POST {"by":"P14D"} moves it ahead)

  TOKEN=$(curl -s ${api}/token/anna | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s -H "Authorization: Bearer $TOKEN" ${api}/v1/definitions
`;
}
