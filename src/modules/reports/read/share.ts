/** Of a whole, from 0 to 1, to four places; null: there is nothing that it could be of. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
