import type { MovedValue, Sample, SampleDay } from './sample.js';

const dayLength = 24 * 60 * 60 * 1000;

/**
 * The samples as if their story ended now: everything moves by the same whole number of days, the most that leaves its
 * last step in the past. So, on whatever day the seed runs, one is late (opened 13 days before that step, due after five
 * business days, which take eleven days at the most) and one is due soon (opened 8 days before it, due after seven
 * business days, which take nine at the least). Hours stay; days in forms and inside protocol numbers move along.
 */
export function moveTo(now: Date, samples: readonly Sample[]): Sample<MovedValue>[] {
  const last = Math.max(...samples.flatMap(({ at, steps }) => [at, ...steps.map((step) => step.at)]).map(Date.parse));
  const days = Math.floor((now.getTime() - last) / dayLength);
  const moved = samples.map((sample) => movedValue(sample, days) as Sample<MovedValue>);
  return moved.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function movedValue(value: unknown, days: number): unknown {
  if (typeof value === 'string') return movedText(value, days);
  if (Array.isArray(value)) return value.map((item) => movedValue(item, days));
  if (typeof value !== 'object' || value === null) return value;
  if ('day' in value) return movedDay((value as SampleDay).day, days);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, movedValue(item, days)]));
}

const instant = /^\d{4}-\d\d-\d\dT[\d:]+(?:Z|[+-]\d\d:\d\d)$/;
const protocolNumber = /\b(\d{6})(20\d\d)(\d\d)(\d\d)(\d{6})\b/g;

function movedText(text: string, days: number): string {
  if (instant.test(text)) return new Date(Date.parse(text) + days * dayLength).toISOString();
  return text.replace(
    protocolNumber,
    (_, registry: string, year: string, month: string, day: string, sequence: string) =>
      registry + movedDay(`${year}-${month}-${day}`, days).replaceAll('-', '') + sequence,
  );
}

const movedDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
