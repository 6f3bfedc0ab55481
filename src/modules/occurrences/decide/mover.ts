import type { Role } from '../../../platform/auth/roles.js';
import { problem, type Problem } from '../../../shared/problem.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import { idPath } from './barrier.js';

/** Who moves statuses at all. A supervisor counts as an attendant; members and configurators move nothing. */
function movingRoles(roles: readonly Role[]): Role[] {
  const moving = roles.filter((role) => role === 'ATTENDANT' || role === 'SUPERVISOR' || role === 'INTEGRATION');
  return moving.includes('SUPERVISOR') && !moving.includes('ATTENDANT') ? [...moving, 'ATTENDANT'] : moving;
}

/** Why somebody of these roles may not move an occurrence of the type into the status. */
export function moverProblems(
  roles: readonly Role[],
  type: OccurrenceType,
  status: Status,
  statusPath: readonly string[],
): Problem[] {
  const moving = movingRoles(roles);
  const allowed = moving.filter((role) => status.allowedRoles.includes(role));
  const problems: Problem[] = [];
  if (allowed.length === 0) {
    problems.push({
      ...problem('ROLE_NOT_ALLOWED', `Your role may not move an occurrence to "${status.key}".`, statusPath),
      details: { allowedRoles: status.allowedRoles },
    });
  }
  if (!type.allowsAttendance && moving.includes('ATTENDANT') && !allowed.includes('INTEGRATION')) {
    problems.push(attendanceNotAllowed());
  }
  return problems;
}

export const attendanceNotAllowed = (): Problem =>
  problem('ATTENDANCE_NOT_ALLOWED', 'The type has no attendance: systems alone move its status.', idPath);
