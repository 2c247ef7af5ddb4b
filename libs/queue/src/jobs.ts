import { type BulkJobOptions } from 'bullmq';
import { type Instant } from '#statechart';
import { type JobData } from './queue-names.js';

export interface NewJob {
  readonly name: string;
  readonly data: JobData;
  readonly opts: BulkJobOptions;
}

/** One dispatch has a job named after it, however often it is rung for; several share one. */
export function dispatchJob(ids: readonly string[], delay = 0): NewJob {
  const jobId = ids.length === 1 ? ids[0]! : `pack-${ids[0]}`;
  return { name: 'dispatch', data: { ids }, opts: { jobId, ...(delay > 0 && { delay }) } };
}

/** The instant is part of the job's id: a ring for later must not stand in the way of one for now. */
export function wakeJob(journey: string, at: Instant | undefined, now: Instant): NewJob {
  const jobId = at === undefined ? `wake-${journey}` : `wake-${journey}-${at}`;
  const delay = at === undefined ? 0 : at - now;
  return { name: 'wake', data: { ids: [journey] }, opts: { jobId, ...(delay > 0 && { delay }) } };
}
