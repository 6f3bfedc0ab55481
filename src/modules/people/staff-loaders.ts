import { rowsById } from '../../platform/database/select-rows.js';
import { contextLoaderById } from '../../platform/graphql/context.js';
import { type Staff, StaffEntity } from './person.entity.js';

/** A staff member by id, whoever is asking. */
export const staffLoader = contextLoaderById<Staff>((em, ids, operatorId) =>
  rowsById(em, StaffEntity, operatorId, ids),
);

/** Whether occurrences can be assigned to them. */
export const isAttendant = ({ roles }: Pick<Staff, 'roles'>): boolean =>
  roles.includes('ATTENDANT') || roles.includes('SUPERVISOR');
