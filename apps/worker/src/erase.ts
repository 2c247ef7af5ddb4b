import { MASTER_KEYS_VARIABLE } from '#postgres';
import { ErasureReason } from '#runtime';
import { PROCESS_VARIABLES, readEnvironment, requireTransport } from '#settings';
import { eraseRequest, type EraseRequest } from './erase-request.js';
import { ERASURES_VARIABLE } from './file-erasure-list.js';
import { numberFromStdin } from './number-from-stdin.js';
import { openErasing } from './open-erasing.js';
import { expiredInWords, journeyInWords, personInWords, type ErasureOutcome } from './erasure-words.js';

const USAGE = `npm run erase -- journey <id> --reason <reason> [--under-way]
npm run erase -- person <id> | --cpr-from-stdin --reason <reason>
npm run erase -- expired [--most <number>]
npm run erase -- apply

reasons: ${Object.values(ErasureReason).join(', ')}
Ends with 0 when it is done, 1 when there was nothing or something was kept, 2 when it failed.
`;

const { databaseUrl, redisUrl, namespace, plaintextHosts } = PROCESS_VARIABLES;
const VARIABLES = {
  databaseUrl,
  redisUrl,
  namespace,
  masterKeys: MASTER_KEYS_VARIABLE,
  plaintextHosts,
  erasuresFile: ERASURES_VARIABLE,
} as const;

type Opened = Awaited<ReturnType<typeof openErasing>>;

async function act(request: EraseRequest, { erasing, erasures }: Opened): Promise<ErasureOutcome> {
  switch (request.what) {
    case 'journey':
      return journeyInWords(await erasing.journey(request.id, request));
    case 'person': {
      const person = request.id ?? (await erasures.personWith(await numberFromStdin()));
      if (person === undefined) return { words: 'Nobody with that number is known.', complete: false };
      return personInWords(await erasing.person(person, request));
    }
    case 'expired':
      return expiredInWords(await erasing.expired(request.most));
    case 'apply': {
      const { listed, erased } = await erasing.apply();
      return { words: `${listed} erasures are listed; ${erased} of them had to be done.`, complete: true };
    }
  }
}

async function run(): Promise<number> {
  const request = eraseRequest(process.argv.slice(2));
  if (!request) {
    process.stderr.write(USAGE);
    return 2;
  }
  const values = readEnvironment(VARIABLES, process.env);
  requireTransport({ DATABASE_URL: values.databaseUrl, REDIS_URL: values.redisUrl }, values.plaintextHosts);
  const opened = await openErasing(values);
  try {
    const { words, complete } = await act(request, opened);
    process.stdout.write(`${words}\n`);
    return complete ? 0 : 1;
  } finally {
    await opened.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(
    `Nothing more was erased. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}
