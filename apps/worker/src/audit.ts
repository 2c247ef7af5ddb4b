import { readFile } from 'node:fs/promises';
import { PostgresStores } from '#postgres';
import { ChainCheck, checkProof, HeadKeys, systemClock } from '#runtime';
import { readEnvironment } from '#settings';
import { auditRequest } from './audit-request.js';
import { type AuditOutcome, proofInWords, reportInWords } from './audit-words.js';
import { withCommandDatabase } from './command-database.js';
import { ERASURES_VARIABLE, FileErasureList } from './file-erasure-list.js';

const USAGE = `npm run audit -- verify [--person <id>]
npm run audit -- check <file of a proof>

Ends with 0 when it is proven, 1 when it is not, 2 when it failed.
`;

/** Proves the chains of the access log, all or one person's, against the tables as they are and the list of erasures. */
function verify(person: string | undefined): Promise<AuditOutcome> {
  const { path } = readEnvironment({ path: ERASURES_VARIABLE }, process.env);
  const list = new FileErasureList(path);
  return withCommandDatabase(async (database, masterKeys) => {
    const { chains, headKeys } = new PostgresStores(database, masterKeys);
    const keys = new HeadKeys(headKeys, systemClock);
    return reportInWords(await new ChainCheck({ chains, keys, list }).run(person));
  });
}

async function run(): Promise<number> {
  const request = auditRequest(process.argv.slice(2));
  if (!request) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { words, proven } =
    request.what === 'verify'
      ? await verify(request.person)
      : proofInWords(checkProof(await readFile(request.file, 'utf8')));
  process.stdout.write(`${words}\n`);
  return proven ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`Nothing was proven. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
