import { parentPort, workerData } from 'node:worker_threads';
import { type CatalogueData, catalogueOf } from '#journey';
import { examineJourney } from './examine-journey.js';
import { type Examination, type CheckReply } from './journey-checks.js';

// The entry of the thread that JourneyChecks starts: one examination after the other, data in and data out.

const catalogue = catalogueOf(workerData as CatalogueData);

parentPort?.on('message', ({ id, files }: Examination) => parentPort?.postMessage(replyTo(id, files)));

function replyTo(id: string, files: Examination['files']): CheckReply {
  try {
    return { examined: examineJourney(id, files, catalogue) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
