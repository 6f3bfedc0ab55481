import { badUserInput } from '../graphql/errors.js';
import { kindOfId } from '../../shared/ids.js';

/**
 * A place in an operator's log: the sequence, and the id of the event that stands there. The id makes a cursor know the
 * log that it belongs to: after a restore from a backup another event stands there, or none.
 */
export interface LogPosition {
  readonly sequence: number;
  /** null before the first event, at sequence 0. */
  readonly eventId: string | null;
}

export const positionOf = (event: { sequence: number; id: string }): LogPosition => ({
  sequence: event.sequence,
  eventId: event.id,
});

/** Opaque to clients: one kind of cursor for every stream, filter and payload of an operator. */
export const encodePosition = ({ sequence, eventId }: LogPosition): string =>
  Buffer.from(`log:${sequence}:${eventId ?? ''}`).toString('base64url');

/** Throws BAD_USER_INPUT for what `encodePosition` did not make. */
export function decodePosition(cursor: string): LogPosition {
  const text = cursor.length > 200 ? '' : Buffer.from(cursor, 'base64url').toString();
  const match = /^log:(0|[1-9][0-9]{0,14}):(\w*)$/.exec(text);
  const [, sequence, eventId] = match ?? [];
  if (sequence === undefined || eventId === undefined || Buffer.from(text).toString('base64url') !== cursor) {
    throw badUserInput('The cursor is malformed.');
  }
  if (sequence === '0' ? eventId !== '' : kindOfId(eventId) !== 'event') throw badUserInput('The cursor is malformed.');
  return { sequence: Number(sequence), eventId: eventId === '' ? null : eventId };
}
