import { type Expectation } from './expectations.js';

const look = (status = 200): Expectation => ({ ops: status, boardCookie: status });
/** Jobs come and go; of one that is not there it says so. */
const NO_JOB = look(404);
/** To be looked at and not to be touched. */
const TOUCHING = look(405);
const API = '/ops/queues/api';
const QUEUE = `${API}/queues/:queueName`;
const JOB = `${QUEUE}/:jobId`;
const SCHEDULER = `${QUEUE}/job-schedulers/:schedulerId`;

/** The same for the board of queues, which is not documented. */
export const EXPECTED_OF_BOARD: Readonly<Record<string, Expectation>> = {
  'GET /ops/queues/': look(),
  'GET /ops/queues/job-schedulers': look(),
  'GET /ops/queues/metrics-history': look(),
  'GET /ops/queues/queue/:queueName': look(),
  'GET /ops/queues/queue/:queueName/:jobId': look(),
  // Where the queues are is nobody's business here.
  [`GET ${API}/redis/stats`]: look(403),
  [`GET ${API}/job-schedulers`]: look(),
  [`GET ${API}/queues`]: look(),
  [`GET ${QUEUE}/default-job-options`]: look(),
  [`GET ${QUEUE}/job-data-schema`]: look(),
  [`GET ${QUEUE}/metrics`]: look(),
  [`GET ${QUEUE}/rate-limit`]: look(),
  [`GET ${QUEUE}/workers`]: look(),
  [`GET ${JOB}`]: NO_JOB,
  [`GET ${JOB}/flow`]: NO_JOB,
  [`GET ${JOB}/logs`]: look(),

  // Answered, and nothing done: it passes by every queue that is not to be touched, which is all of them.
  [`PUT ${API}/queues/pause`]: look(),
  [`PUT ${API}/queues/resume`]: look(),
  [`POST ${QUEUE}/add`]: TOUCHING,
  [`PUT ${QUEUE}/clean/:queueStatus`]: TOUCHING,
  [`PUT ${QUEUE}/concurrency`]: TOUCHING,
  [`PUT ${QUEUE}/empty`]: TOUCHING,
  [`PUT ${QUEUE}/obliterate`]: TOUCHING,
  [`PUT ${QUEUE}/pause`]: TOUCHING,
  [`PUT ${QUEUE}/promote`]: TOUCHING,
  [`PUT ${QUEUE}/rate-limit`]: TOUCHING,
  [`PUT ${QUEUE}/rate-limit/release`]: TOUCHING,
  [`PUT ${QUEUE}/resume`]: TOUCHING,
  [`PUT ${QUEUE}/retry/:queueStatus`]: TOUCHING,
  [`PUT ${SCHEDULER}/remove`]: TOUCHING,
  [`PUT ${SCHEDULER}/run`]: TOUCHING,
  [`PATCH ${SCHEDULER}`]: TOUCHING,
  [`PATCH ${JOB}/delay`]: TOUCHING,
  [`PATCH ${JOB}/priority`]: TOUCHING,
  [`PATCH ${JOB}/update-data`]: TOUCHING,
  [`PUT ${JOB}/clean`]: TOUCHING,
  [`PUT ${JOB}/promote`]: TOUCHING,
  [`PUT ${JOB}/remove-unprocessed-children`]: TOUCHING,
  [`PUT ${JOB}/retry`]: TOUCHING,
};
