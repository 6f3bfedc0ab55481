import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { newCalendar, updateCalendar } from './calendar.js';

const businessTime = `query ($from: DateTime!, $calendarId: ID, $addMinutes: Int, $addDays: Int, $until: DateTime) {
  businessTime(from: $from, calendarId: $calendarId, addMinutes: $addMinutes, addDays: $addDays, until: $until) {
    from until minutes days
  }
}`;
// Wednesday, 10:00 in Brasília.
const from = '2027-03-03T13:00:00.000Z';

describe('businessTime', () => {
  let app: TestApp;
  let carla: TestClient;
  let calendarId: string;

  beforeAll(async () => {
    app = await startTestApp();
    carla = await app.client('attendant');
    const holidays = [{ name: 'Mudança', date: '2027-03-05' }];
    calendarId = (await newCalendar(await app.client('configurator'), { holidays })).id;
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const asked = async (variables: object) =>
    (await carla.data(businessTime, { from, calendarId, ...variables })).businessTime;
  const until = async (variables: object) => (await asked(variables)).until;

  it('adds and subtracts minutes by the hours of a calendar', async () => {
    expect(await asked({ addMinutes: 150 })).toEqual({
      from,
      until: '2027-03-03T16:30:00.000Z',
      minutes: 150,
      days: 0,
    });
    expect(await asked({ addMinutes: -150 })).toEqual({
      from,
      until: '2027-03-02T20:30:00.000Z',
      minutes: -150,
      days: -1,
    });
  });

  it('adds and subtracts days, without holidays', async () => {
    expect(await until({ addDays: 2 })).toBe('2027-03-07T02:59:59.999Z');
    expect(await until({ addDays: -2 })).toBe('2027-03-01T03:00:00.000Z');
    expect(await until({ addDays: 0 })).toBe('2027-03-04T02:59:59.999Z');
  });

  it('counts between two instants, backwards as well', async () => {
    const later = '2027-03-06T12:00:00.000Z';
    expect(await asked({ until: later })).toEqual({ from, until: later, minutes: 420 + 540 + 60, days: 2 });
    expect(await asked({ from: later, until: from })).toMatchObject({ minutes: -1020, days: -2 });
    expect(await asked({ until: from })).toMatchObject({ minutes: 0, days: 0 });
  });

  it('goes by the default calendar where none is named, else by the usual one', async () => {
    expect(await until({ calendarId: null, addMinutes: 150 })).toBe('2027-03-03T15:30:00.000Z');
    await updateCalendar(await app.client('configurator'), calendarId, { isDefault: true });
    expect(await until({ calendarId: null, addMinutes: 150 })).toBe('2027-03-03T16:30:00.000Z');
  });

  it('refuses what is out of range or not one question, and finds no calendar of another operator', async () => {
    const questions = [
      {},
      { addMinutes: 1, addDays: 1 },
      { addMinutes: 60_001 },
      { addDays: -731 },
      { until: '2029-03-05T13:00:00.000Z' },
      { from: '1999-12-31T00:00:00.000Z', addDays: 1 },
    ];
    for (const variables of questions) {
      const { errors } = await carla.execute(businessTime, { from, calendarId, ...variables });
      expect([variables, errors?.[0]?.extensions.code]).toEqual([variables, 'BAD_USER_INPUT']);
    }
    const beta = await app.client('attendant', { operator: 'beta' });
    const { businessTime: none } = await beta.data(businessTime, { from, calendarId, addDays: 1 });
    expect(none).toBeNull();
  });

  it('is FORBIDDEN to a member', async () => {
    const member = await app.client('beneficiary', { claims: { membership_number: '1' } });
    const { errors } = await member.execute(businessTime, { from, calendarId, addDays: 1 });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
