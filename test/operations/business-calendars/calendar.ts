import type { TestClient } from '../../kit/client.js';
import { saved, userErrors } from '../workflow/example.js';

export const fields = `id key name timeZone weeklyHours { weekday from to }
  holidays { name date daysAfterEaster lengthensRegulatoryAnswer } isDefault active`;

const createMutation = `mutation ($input: BusinessCalendarCreateInput!) {
  businessCalendarCreate(input: $input) { businessCalendar { ${fields} } ${userErrors} }
}`;
const updateMutation = `mutation ($id: ID!, $input: BusinessCalendarUpdateInput!) {
  businessCalendarUpdate(id: $id, input: $input) { businessCalendar { ${fields} } ${userErrors} }
}`;

export const hours = (weekday: string, from: string, to: string) => ({ weekday, from, to });

/** Every day but Sunday, with an hour at noon off. */
export const central = {
  key: 'central',
  name: 'Central',
  weeklyHours: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'].flatMap((weekday) => [
    hours(weekday, '08:00', '12:00'),
    hours(weekday, '13:00', '18:00'),
  ]),
};

export const createCalendar = async (client: TestClient, input: object) =>
  (await client.data(createMutation, { input: { ...central, ...input } })).businessCalendarCreate;

export const updateCalendar = async (client: TestClient, id: string, input: object) =>
  (await client.data(updateMutation, { id, input })).businessCalendarUpdate;

/** Makes one that is right. */
export const newCalendar = async (client: TestClient, input: object) =>
  saved(await createCalendar(client, input)).businessCalendar;

export const calendarsOf = async (client: TestClient) =>
  (await client.data(`{ businessCalendars { ${fields} } }`)).businessCalendars;
