import type { EventPayload } from './events.js';

/** A part of an occurrence that two people can change under each other's hands. */
export type Aspect = 'status' | 'assignment' | 'description' | 'regulatoryKind' | `entry:${string}`;

/** The aspects that an event changed. Notes, messages, attachments, deliveries, clocks and re-analyses change none, so they never make anybody's work fail. */
export function touches(event: EventPayload): ReadonlySet<Aspect> {
  return new Set(aspectsOf(event));
}

function aspectsOf(event: EventPayload): Aspect[] {
  switch (event.kind) {
    case 'CREATED':
      return [
        'status',
        'assignment',
        'description',
        'regulatoryKind',
        ...(event.intakeEntry ? [`entry:${event.intakeEntry.entryId}` as const] : []),
      ];
    case 'STATUS_CHANGED':
      return event.assignedTo === null ? ['status'] : ['status', 'assignment'];
    case 'REOPENED':
      return ['status'];
    case 'ASSIGNED':
      return ['assignment'];
    case 'UPDATED':
      return [
        ...(event.description ? (['description'] as const) : []),
        ...(event.regulatoryKind ? (['regulatoryKind'] as const) : []),
      ];
    case 'TAB_ENTRY_SAVED':
      return [`entry:${event.entryId}`];
    case 'NOTE_ADDED':
    case 'ATTACHMENT_ADDED':
    case 'MESSAGE_POSTED':
    case 'MESSAGE_EDITED':
    case 'MESSAGE_WITHDRAWN':
    case 'MESSAGES_READ':
    case 'SLA_STATE_CHANGED':
    case 'ACTION_SETTLED':
    case 'REANALYSIS_REQUESTED':
      return [];
  }
}

/** Whether one of the events that came after the version that a command expects touched what the command is about. */
export const conflictsWith = (aspects: readonly Aspect[], laterEvents: readonly EventPayload[]): boolean =>
  laterEvents.some((event) => {
    const touched = touches(event);
    return aspects.some((aspect) => touched.has(aspect));
  });
