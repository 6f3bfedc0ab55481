import { encodePosition, type LogPosition, positionOf, type StoredEvent } from '../../../platform/events/index.js';
import type { StreamKind } from '../stream-kind.js';

export type UpdateKind = 'READY' | 'GAP' | StreamKind;

/** What a stream gives out; the occurrence is read when it is delivered. */
export type StreamUpdate =
  | { readonly kind: 'READY'; readonly cursor: string }
  | { readonly kind: 'GAP'; readonly cursor: string }
  | { readonly kind: StreamKind; readonly cursor: string; readonly event: StoredEvent };

export const ready = (cursor: string): StreamUpdate => ({ kind: 'READY', cursor });
export const gap = (head: LogPosition): StreamUpdate => ({ kind: 'GAP', cursor: encodePosition(head) });

/** The same object for all who are told the same of an event, so that they can share its delivery. */
const told = new WeakMap<StoredEvent, Map<StreamKind, StreamUpdate>>();

export function happened(kind: StreamKind, event: StoredEvent): StreamUpdate {
  const known = told.get(event) ?? new Map<StreamKind, StreamUpdate>();
  told.set(event, known);
  const update = known.get(kind) ?? { kind, cursor: encodePosition(positionOf(event)), event };
  known.set(kind, update);
  return update;
}
