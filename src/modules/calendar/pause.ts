/** A span in which a clock stands still; `until` null: it still does. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
  /** What paused it, where that is known: an id of whoever counts. */
  readonly by?: string | null;
}

export const isPausedAt = (pauses: readonly Pause[], instant: number): boolean =>
  pauses.some(({ from, until }) => from.getTime() <= instant && (until === null || instant < until.getTime()));
