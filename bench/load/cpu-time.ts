import { readdirSync, readFileSync } from 'node:fs';

/** What the threads of a process have used so far, in seconds; as Linux's scheduler counts it, to the microsecond. */
export function cpuSecondsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + nanosecondsOf(`/proc/${pid}/task/${thread}/schedstat`), 0) / 1e9;
}

function nanosecondsOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    // The thread has ended meanwhile; those of a server at work do not.
    return 0;
  }
}
