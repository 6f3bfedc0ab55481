import type { MovedValue, Sample, SampleStep } from './sample.js';

/** One thing that happened: a sample is opened, or a step of it is taken. */
export interface Moment {
  readonly at: string;
  readonly sample: Sample<MovedValue>;
  /** null: the sample is opened. */
  readonly step: SampleStep<MovedValue> | null;
}

/** All that happened to all samples, in the order in which it did: protocol numbers and the event log follow it. */
export const timeline = (samples: readonly Sample<MovedValue>[]): Moment[] =>
  samples
    .flatMap((sample): Moment[] => [
      { at: sample.at, sample, step: null },
      ...sample.steps.map((step) => ({ at: step.at, sample, step })),
    ])
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
