/** When a host that fails is left alone, and for how long. */
export interface PauseRules {
  /** So many failures one after the other … */
  readonly failures: number;
  /** … over at least so long. */
  readonly overMs: number;
  readonly firstPauseMs: number;
  /** Each pause is twice as long as the one before, up to this. */
  readonly longestPauseMs: number;
  /** For so long the others wait for the one that tries; then another does, since it may have been killed. */
  readonly probeMs: number;
}

export const pauseRules: PauseRules = {
  failures: 10,
  overMs: 5 * 60_000,
  firstPauseMs: 60_000,
  longestPauseMs: 30 * 60_000,
  probeMs: 45_000,
};

export interface Failing {
  readonly failures: number;
  readonly failingSince: Date;
  /** Pauses before this one. */
  readonly pauses: number;
  readonly paused: boolean;
  /** Whether it was the one attempt after a pause. */
  readonly probe: boolean;
  readonly now: Date;
}

/** Until when it is left alone after that failure; null: it is not, or it is already. */
export function pauseAfter(failing: Failing, rules: PauseRules): Date | null {
  const { failures, failingSince, pauses, paused, probe, now } = failing;
  // What was under way when the pause began says nothing new.
  if (paused && !probe) return null;
  const long = failures >= rules.failures && now.getTime() - failingSince.getTime() >= rules.overMs;
  if (!paused && !long) return null;
  return new Date(now.getTime() + Math.min(rules.firstPauseMs * 2 ** pauses, rules.longestPauseMs));
}
