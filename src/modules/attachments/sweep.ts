import type { Logger } from 'pino';
import type { Clock } from '../../shared/clock.js';
import type { Scheduler } from '../../shared/scheduler.js';
import type { AttachmentService } from './attachment.service.js';

const everyMs = 10 * 60_000;

/** Takes away every ten minutes what was never attached. Answers with the way to stop, which waits for a sweep that runs. */
export function sweepOrphans(
  attachments: AttachmentService,
  clock: Clock,
  scheduler: Scheduler,
  log: Logger,
): () => Promise<void> {
  let stopped = false;
  let callOff = () => {};
  let running = Promise.resolve();
  const sweep = async () => {
    try {
      const removed = await attachments.removeOrphans(clock.now());
      if (removed > 0) log.info({ removed }, 'uploads that were never attached are gone');
    } catch (error) {
      log.warn({ err: error }, 'uploads that were never attached could not be removed');
    }
    arm();
  };
  const arm = () => {
    if (stopped) return;
    callOff = scheduler.at(new Date(clock.now().getTime() + everyMs), () => {
      running = sweep();
    });
  };
  arm();
  return async () => {
    stopped = true;
    callOff();
    await running;
  };
}
