// Prints jest's result in one line, "12 passed, 0 failed". A test file that could not run at all counts as one failed.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
if (text === '') {
  process.stderr.write('No test ran: jest wrote no result.\n');
  process.exit(1);
}
const result = JSON.parse(text);
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : '';
process.stdout.write(`${result.numPassedTests} passed, ${failed} failed${skipped}\n`);
process.exitCode = result.success && failed === 0 && result.numPassedTests > 0 ? 0 : 1;
