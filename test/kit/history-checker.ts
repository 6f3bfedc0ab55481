import { decodePosition } from '../../src/platform/events/index.js';

/** What the payload of a mutation said. */
export interface AcknowledgedWrite {
  readonly occurrenceId: string;
  readonly version: number;
  readonly cursor: string;
}

export interface LoggedEvent extends AcknowledgedWrite {
  /** The key of the status that was entered with it; null where none was. */
  readonly entered: string | null;
}

/** An occurrence as it is read after everything has happened. */
export interface KeptOccurrence {
  readonly id: string;
  readonly version: number;
  readonly statusKey: string;
  /** The keys of the actions of its deliveries. */
  readonly deliveries: readonly string[];
}

export interface History {
  readonly acknowledged: readonly AcknowledgedWrite[];
  /** Writes that got no answer: each may have happened, or not. */
  readonly unanswered: number;
  /** Where the log was read from; what stands there is not part of it. */
  readonly from: string;
  readonly log: readonly LoggedEvent[];
  readonly occurrences: readonly KeptOccurrence[];
  /** The cursors of the events that each stream delivered, all of them after `from`. */
  readonly streams: readonly (readonly string[])[];
  /** The keys of the actions that each status fires. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}

/** Everything that is wrong with a history, a line each; none where every promise was kept. */
export function historyFaults(history: History): string[] {
  return [
    ...acknowledgementFaults(history),
    ...sequenceFaults(history),
    ...history.occurrences.flatMap((occurrence) => occurrenceFaults(occurrence, history)),
    ...unknownOccurrences(history),
    ...streamFaults(history),
  ];
}

function acknowledgementFaults({ acknowledged, unanswered, log }: History): string[] {
  const byCursor = new Map(log.map((event) => [event.cursor, event]));
  const lost = acknowledged.filter(({ cursor, occurrenceId, version }) => {
    const event = byCursor.get(cursor);
    return event?.occurrenceId !== occurrenceId || event.version !== version;
  });
  const told = new Set(acknowledged.map(({ cursor }) => cursor));
  const untold = log.filter(({ cursor }) => !told.has(cursor));
  return [
    ...lost.map(({ occurrenceId, version }) => `${occurrenceId} version ${version} was acknowledged and is lost`),
    ...(told.size < acknowledged.length ? ['one event was acknowledged to two writes'] : []),
    ...(untold.length > unanswered ? [`${untold.length} events of ${unanswered} unanswered writes`] : []),
  ];
}

function sequenceFaults({ from, log }: History): string[] {
  const start = decodePosition(from).sequence;
  return log.flatMap(({ cursor }, index) => {
    const { sequence } = decodePosition(cursor);
    return sequence === start + index + 1 ? [] : [`sequence ${sequence} stands where ${start + index + 1} belongs`];
  });
}

function occurrenceFaults({ id, version, statusKey, deliveries }: KeptOccurrence, { log, actions }: History): string[] {
  const events = log.filter(({ occurrenceId }) => occurrenceId === id);
  const entered = events.flatMap((event) => event.entered ?? []);
  const fired = entered.flatMap((key) => actions[key] ?? []);
  const faults = events.flatMap((event, index) =>
    event.version === index + 1 ? [] : [`${id} has version ${event.version} where ${index + 1} belongs`],
  );
  if (version !== events.length) faults.push(`${id} is at version ${version} with ${events.length} events`);
  if (entered.at(-1) !== statusKey) faults.push(`${id} is ${statusKey} without an event that says so`);
  if (fired.toSorted().join() !== deliveries.toSorted().join()) {
    faults.push(`${id} has the deliveries [${deliveries.join()}] and not [${fired.join()}]`);
  }
  return faults;
}

function unknownOccurrences({ log, occurrences }: History): string[] {
  const known = new Set(occurrences.map(({ id }) => id));
  const missing = new Set(log.map(({ occurrenceId }) => occurrenceId).filter((id) => !known.has(id)));
  return [...missing].map((id) => `${id} has events and does not exist`);
}

function streamFaults({ log, streams }: History): string[] {
  const inOrder = log.map(({ cursor }) => cursor).join();
  return streams.flatMap((cursors, index) =>
    cursors.join() === inOrder ? [] : [`stream ${index} delivered ${cursors.length} events that are not the log`],
  );
}
