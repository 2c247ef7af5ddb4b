import { readFile } from 'node:fs/promises';
import { PostgresStores } from '#postgres';
import { ChainCheck, ChainVerifications, checkProof, HeadKeys, systemClock } from '#runtime';
import { readEnvironment } from '#settings';
import { type AuditRequest, auditRequest } from './audit-request.js';
import { type AuditOutcome, proofInWords, reportInWords } from './audit-words.js';
import { withCommandDatabase } from './command-database.js';
import { ERASURES_VARIABLE, FileErasureList } from './file-erasure-list.js';

const USAGE = `npm run audit -- verify [--person <id> | --record system | --record <role>:<id>]
npm run audit -- check <file of a proof>

verify only reads, so that a database role that may do no more can run it. With --record, what was found in all
chains stands on the auditor's page as well, as asked for by the system or by whoever is named as in the audit trail; the
role must then be able to insert into and update chain_verification.

Ends with 0 when it is proven, 1 when it is not, 2 when it failed.
`;

/** Proves the chains of the access log, all or one person's, against the tables as they are and the list of erasures. */
function verify({ person, record }: Extract<AuditRequest, { what: 'verify' }>): Promise<AuditOutcome> {
  const { path } = readEnvironment({ path: ERASURES_VARIABLE }, process.env);
  const list = new FileErasureList(path);
  return withCommandDatabase(async (database, masterKeys) => {
    const { chains, headKeys, verifications } = new PostgresStores(database, masterKeys);
    const keys = new HeadKeys(headKeys, systemClock);
    const check = new ChainCheck({ chains, keys, list });
    const recorded = new ChainVerifications({ check, verifications, chains, wall: systemClock });
    return reportInWords(await (record === undefined ? check.run(person) : recorded.run(record)));
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
      ? await verify(request)
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
