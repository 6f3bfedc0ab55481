import type { OccurrenceType, Status } from '../../workflow/model.js';

/** Where an occurrence in `status` may go: the active others that it lists, or any active other without a list; nowhere from a closing one. */
export const nextStatuses = (type: OccurrenceType, status: Status): Status[] =>
  status.closes
    ? []
    : type.statuses.filter(
        ({ id, active }) => active && id !== status.id && (status.nextStatusIds?.includes(id) ?? true),
      );
