import { parentPort } from 'node:worker_threads';

/** What a thread says; `fault` is an error of ours, with its stack. */
export type ThreadReply<Result> = { readonly result: Result } | { readonly fault: string };

/** In the thread that a {@link WatchedThread} starts: one task after the other, data in and data out. */
export function serveTasks<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  parentPort?.on('message', async (task: Task) => {
    parentPort?.postMessage(await replyTo(task, work));
  });
}

async function replyTo<Task, Result>(
  task: Task,
  work: (task: Task) => Result | Promise<Result>,
): Promise<ThreadReply<Result>> {
  try {
    return { result: await work(task) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
