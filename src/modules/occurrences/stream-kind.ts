export type StreamKind = 'ENTERED' | 'UPDATED' | 'LEFT';

/** What an event is to a stream whose selection the occurrence matched, or not, before and after it; null: nothing. */
export function streamKind(matchBefore: boolean, matchAfter: boolean): StreamKind | null {
  if (matchAfter) return matchBefore ? 'UPDATED' : 'ENTERED';
  return matchBefore ? 'LEFT' : null;
}
