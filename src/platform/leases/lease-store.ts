/** Who holds something, and for how much longer. */
export interface Held {
  readonly holder: string;
  readonly forMs: number;
}

export interface LeaseChange {
  /** Held from now on, or again, for as long as a lease lasts. */
  readonly take?: readonly string[];
  readonly giveUp?: readonly string[];
}

export interface Leased {
  readonly held: readonly Held[];
  /** Whether others hold it than were known to before. */
  readonly changed: boolean;
}

/**
 * What is held for a while and ends by itself, by whoever is gone. Keys and holders are ids, never names. One step gives
 * up, takes, and tells what holds after it; nobody's clock but the store's own counts.
 */
export interface LeaseStore {
  /** How long a lease lasts that is not taken again. */
  readonly lastsMs: number;
  hold(key: string, change: LeaseChange): Leased | Promise<Leased>;
}

export const leaseMs = 10_000;
