import type { Logger } from 'pino';

export interface Ending {
  /** Goes on for a while, and says meanwhile that it will end; for those who serve others. */
  readonly drain?: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Ends the process once: at SIGTERM it drains first, at SIGINT, which is somebody at a keyboard, it does not. A second
 * signal, or `graceMs` gone by, ends it at once. An end that is not clean is code 1, and the log says why.
 */
export function stopOnSignals({ drain = async () => {}, stop }: Ending, graceMs: number, log: Logger): void {
  let stopping = false;
  const end = (ending: () => Promise<void>) => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      log.error({ graceMs }, 'the end took too long and was broken off');
      process.exit(1);
    }, graceMs).unref();
    void ending().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the end failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end(() => drain().then(stop)));
  process.on('SIGINT', () => end(stop));
}
