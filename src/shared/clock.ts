/** The one place where the present comes from; everything else takes a clock, or an instant. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
