import { workerData } from 'node:worker_threads';
import { catalogueOf, journeyIds, JourneysOnDemand, withJourneys } from '#journey';
import { serveTasks } from '#threads';
import { type Examination } from '../journey-checks.js';
import { appraiseFolder } from './appraisal.js';
import { type ExampleTask, playExample } from './journey-example.js';
import { drawPicture, type PictureTask } from './journey-picture.js';
import { type StudyData } from './journey-studies.js';

// The entry of the threads of JourneyStudies.

const { contracts, journeysDir } = workerData as StudyData;
const catalogue = catalogueOf(contracts);
const journeys = new JourneysOnDemand(journeysDir, await journeyIds(journeysDir));

serveTasks(async (task: Examination | PictureTask | ExampleTask) => {
  if ('files' in task) return appraiseFolder(task, catalogue, journeys);
  const others = withJourneys(catalogue, journeys);
  return 'folder' in task ? playExample(task, others) : drawPicture(task, others);
});
