import { workerData } from 'node:worker_threads';
import { type CatalogueData, catalogueOf } from '#journey';
import { serveTasks } from '#threads';
import { examineJourney } from './examine-journey.js';
import { type Examination } from './journey-checks.js';

// The entry of the thread of JourneyChecks.

const catalogue = catalogueOf(workerData as CatalogueData);

serveTasks(({ id, files }: Examination) => examineJourney(id, files, catalogue));
