/** Something that runs until it is told to end. */
export interface Running {
  readonly address: string;
  /** Ends it, having finished what is under way, within a bound. */
  close(): Promise<void>;
}

/**
 * Process entry point: starts it, says in one line where it listens, and ends it on SIGTERM or SIGINT. What keeps it from
 * starting is said in words, on stderr, and ends it with status 1.
 */
export async function runProcess(name: string, start: () => Promise<Running>): Promise<void> {
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    process.stderr.write(`${name} cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  let ending = false;
  const end = (): void => {
    // Told twice, it goes at once.
    if (ending) process.exit(1);
    ending = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${name} ended badly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.on('SIGINT', end);
  // Said last: a supervisor that reads it may end the process.
  process.stdout.write(`${name} listens at ${running.address}\n`);
}
