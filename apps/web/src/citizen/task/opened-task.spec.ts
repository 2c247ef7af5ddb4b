import { type Visit } from '../../http/visit.js';
import { ApiProblem } from '../../rest/api-problem.js';
import { type CitizenApi } from '../../rest/citizen-api.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { type TaskApi } from '../../rest/task-api.js';
import { TaskOpener } from './opened-task.js';
import { TaskNotOpen } from './task-not-open.js';

const place = { journey: 'a-journey', task: 'telling' };
const form = { schema: { type: 'object', properties: {} }, texts: { fields: {} } };
const journey = { id: place.journey, tasks: [{ task: place.task, form }] } as unknown as JourneyDocument;

/** Opens the task while the API answers with this when it is asked for the draft. */
const opened = (refused: ApiProblem) =>
  new TaskOpener(
    { journey: async () => journey } as Partial<CitizenApi> as CitizenApi,
    { draft: () => Promise.reject(refused) } as Partial<TaskApi> as TaskApi,
  ).open({} as Visit, place);

describe('a task that is read for its pages', () => {
  it('is not open when it is closed between one reading and the next', async () => {
    await expect(opened(new ApiProblem(409))).rejects.toThrow(TaskNotOpen);
  });

  it('is told of as the API does, when that cannot be asked', async () => {
    await expect(opened(new ApiProblem(503))).rejects.toThrow(ApiProblem);
  });
});
