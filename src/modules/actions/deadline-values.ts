import { DateTime } from 'luxon';
import type { Recorded } from '../occurrences/index.js';

type Clocked = Pick<Recorded['occurrence'], 'sla' | 'regulatoryAnswer' | 'regulatoryKind'>;

/**
 * Until when, in words, by the clocks of the zone that a deadline was made with; empty where there is none. Nothing keeps
 * a deadline of payment yet: `pagamento` is a name that templates may use all the same, and always empty.
 */
export function deadlineValues({ sla, regulatoryAnswer, regulatoryKind }: Clocked) {
  const due = (deadline: Clocked['regulatoryAnswer'], format: string) =>
    deadline ? DateTime.fromISO(deadline.dueAt, { zone: deadline.calendar.zone }).toFormat(format) : '';
  // The regulator's are whole days.
  const answer = due(regulatoryAnswer, 'dd/LL/yyyy');
  return {
    sla: due(sla, 'dd/LL/yyyy HH:mm'),
    resposta: answer,
    pagamento: '',
    reanalise: regulatoryKind === 'OMBUDSMAN_REANALYSIS' ? answer : '',
  };
}
