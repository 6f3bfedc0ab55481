/** `npm run test:faults` tests as often as the promises say; `npm test` a few times, for every day. */
export const full = process.env.FAULTS === 'full';

export function times(short: number, inFull: number): number {
  return full ? inFull : short;
}
