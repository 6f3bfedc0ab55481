import { encodePosition, type LogPosition, positionOf, type StoredEvent } from '../../../platform/events/index.js';
import type { StreamKind } from '../stream-kind.js';

export const updateKinds = ['READY', 'ENTERED', 'UPDATED', 'LEFT', 'GAP'] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** What a stream gives out; the occurrence is read when it is delivered. */
export type StreamUpdate =
  | { readonly kind: 'READY'; readonly cursor: string }
  | { readonly kind: 'GAP'; readonly cursor: string }
  | { readonly kind: StreamKind; readonly cursor: string; readonly event: StoredEvent };

export const ready = (cursor: string): StreamUpdate => ({ kind: 'READY', cursor });
export const gap = (head: LogPosition): StreamUpdate => ({ kind: 'GAP', cursor: encodePosition(head) });
export const happened = (kind: StreamKind, event: StoredEvent): StreamUpdate => ({
  kind,
  cursor: encodePosition(positionOf(event)),
  event,
});
