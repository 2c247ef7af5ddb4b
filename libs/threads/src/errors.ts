/** Load shedding: a task was not begun, because too many wait or the process ends. It can be asked for again. */
export class TaskRefused extends Error {
  override readonly name = 'TaskRefused';

  /** @param retryAfter milliseconds after which to ask again; absent: soon */
  constructor(
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** A task was broken off by its watchdog. The message completes "The task …"; asked for again it would take as long. */
export class TaskOverrun extends Error {
  override readonly name = 'TaskOverrun';
}

/** The work itself failed. The message names the task, and has the stack of what was thrown. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';
}
