import type { BusinessCalendarInput } from '../../modules/business-calendars/index.js';

const workdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

/** The office, with its lunch break; what has no calendar of its own goes by it as well. */
export const office: BusinessCalendarInput = {
  key: 'operacional',
  name: 'Horário de expediente',
  weeklyHours: workdays.flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '13:00', to: '18:00' },
  ]),
  holidays: [{ name: 'Aniversário de Vitória (ES)', date: '2026-09-08' }],
  isDefault: true,
};

export const chatDesk: BusinessCalendarInput = {
  key: 'chat',
  name: 'Horário do chat',
  weeklyHours: [
    ...workdays.map((weekday) => ({ weekday, from: '07:00', to: '22:00' })),
    { weekday: 'SATURDAY', from: '08:00', to: '14:00' },
  ],
};
