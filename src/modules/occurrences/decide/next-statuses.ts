import type { OccurrenceType, Status } from '../../workflow/model.js';

/** Where an occurrence in `status` may go: the active ones that it lists; without a list any other one, none from a closing one. */
export const nextStatuses = (type: OccurrenceType, status: Status): Status[] =>
  type.statuses.filter(
    ({ id, active }) =>
      active && (status.nextStatusIds ? status.nextStatusIds.includes(id) : !status.closes && id !== status.id),
  );
