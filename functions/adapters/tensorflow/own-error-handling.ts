const events = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Runs something and takes away the process-wide error handlers that it installs: TensorFlow's WebAssembly
 * module adds its own, which rethrow and print a page of minified code in place of our one-line messages.
 */
export async function withOwnErrorHandling<Result>(start: () => Promise<Result>): Promise<Result> {
  const before = new Map(
    events.map((event) => [event, new Set(process.listeners(event as 'uncaughtException'))]),
  );
  try {
    return await start();
  } finally {
    for (const event of events) {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (!before.get(event)!.has(listener)) process.removeListener(event, listener);
      }
    }
  }
}
