import { expect, it } from 'vitest';
import { usualCalendar } from '../calendar/index.js';
import { renderTemplate } from '../workflow/index.js';
import { deadlineValues } from './deadline-values.js';

const deadline = (dueAt: string, zone = 'America/Sao_Paulo') => ({
  calendar: usualCalendar(zone),
  startedAt: '2025-07-01T13:00:00.000Z',
  warnAt: '2025-07-01T13:00:00.000Z',
  dueAt,
});
const policy = { amount: 2, unit: 'HOURS', metric: 'RESOLUTION', warnAtPercent: 80 } as const;
const own = (dueAt: string) => ({ ...deadline(dueAt), policy, pauses: [], stoppedAt: null });
const none = { sla: null, regulatoryAnswer: null, regulatoryKind: null };

it('deadlines are empty in templates where there are none, and whoever asks for one in a condition finds it so', () => {
  const prazo = deadlineValues(none);
  expect(prazo).toEqual({ sla: '', resposta: '', pagamento: '', reanalise: '' });
  const template = 'Aprovado.{% if prazo.pagamento != "" %} Pagamento até {{prazo.pagamento}}.{% endif %}';
  expect(renderTemplate(template, { prazo })).toBe('Aprovado.');
});

it('the operator’s own deadline is said to the minute, the regulator’s by its last day', () => {
  const prazo = deadlineValues({
    sla: own('2025-07-01T15:30:00.000Z'),
    regulatoryAnswer: deadline('2025-07-11T02:59:59.999Z'),
    regulatoryKind: 'NON_ASSISTENTIAL',
  });
  expect(prazo).toEqual({ sla: '01/07/2025 12:30', resposta: '10/07/2025', pagamento: '', reanalise: '' });
});

it('a re-analysis by the ombudsman has its deadline by its own name, too', () => {
  const regulatoryAnswer = deadline('2025-07-11T02:59:59.999Z');
  expect(deadlineValues({ ...none, regulatoryAnswer, regulatoryKind: 'OMBUDSMAN_REANALYSIS' })).toEqual({
    sla: '',
    resposta: '10/07/2025',
    pagamento: '',
    reanalise: '10/07/2025',
  });
});

it('a deadline is told by the clocks that it was made by, wherever the operator has moved since', () => {
  const regulatoryAnswer = deadline('2025-07-11T03:59:59.999Z', 'America/Manaus');
  expect(deadlineValues({ ...none, regulatoryAnswer, regulatoryKind: 'NON_ASSISTENTIAL' }).resposta).toBe('10/07/2025');
});
