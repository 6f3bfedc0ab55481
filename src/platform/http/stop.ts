/**
 * Runs `stop` once at SIGTERM or SIGINT and ends the process; a second signal, or `graceMs` gone by, ends it at once.
 */
export function stopOnSignals(stop: () => Promise<void>, graceMs: number): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
