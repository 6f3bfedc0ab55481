import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { found, saved } from '../workflow/example.js';
import { calendarsOf, central, createCalendar, hours, newCalendar } from './calendar.js';

describe('businessCalendarCreate', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const refusals = async (input: object) => found(await createCalendar(configurator, input));
  const refusedWeek = (...weeklyHours: object[]) => refusals({ key: 'semana', weeklyHours });
  const refusedDays = (...holidays: object[]) => refusals({ key: 'dias', holidays });

  it('adds a calendar, its hours in the order of the week, its holidays in the order given', async () => {
    const weeklyHours = [
      hours('SUNDAY', '22:00', '24:00'),
      hours('MONDAY', '13:00', '18:30'),
      hours('MONDAY', '00:00', '12:00'),
    ];
    const holidays = [
      { name: 'Carnaval', daysAfterEaster: -47, lengthensRegulatoryAnswer: true },
      { name: 'Aniversário de Vitória', date: '09-08' },
      { name: 'Mudança de sede', date: '2027-03-15' },
    ];
    const given = { key: 'plantao', name: 'Plantão', timeZone: 'America/Manaus', weeklyHours, holidays };
    const { businessCalendar } = saved(await createCalendar(configurator, given));
    expect(businessCalendar).toEqual({
      id: expect.stringMatching(/^bca_/),
      ...given,
      weeklyHours: [weeklyHours[2], weeklyHours[1], weeklyHours[0]],
      holidays: [
        { name: 'Carnaval', date: null, daysAfterEaster: -47, lengthensRegulatoryAnswer: true },
        { name: 'Aniversário de Vitória', date: '09-08', daysAfterEaster: null, lengthensRegulatoryAnswer: false },
        { name: 'Mudança de sede', date: '2027-03-15', daysAfterEaster: null, lengthensRegulatoryAnswer: false },
      ],
      isDefault: false,
      active: true,
    });
    expect(await calendarsOf(configurator)).toContainEqual(businessCalendar);
    const { node } = await configurator.data('query ($id: ID!) { node(id: $id) { __typename id } }', {
      id: businessCalendar.id,
    });
    expect(node).toEqual({ __typename: 'BusinessCalendar', id: businessCalendar.id });
  });

  it("is of the operator's zone and without further holidays unless told otherwise", async () => {
    const made = await newCalendar(configurator, { key: 'simples' });
    expect(made).toMatchObject({ timeZone: null, holidays: [], isDefault: false });
  });

  it('tells all problems at once, each with its path, and leaves nothing behind', async () => {
    const before = await calendarsOf(configurator);
    const payload = await createCalendar(configurator, {
      key: 'Central',
      name: ' ',
      timeZone: '-03:00',
      weeklyHours: [hours('MONDAY', '8:00', '24:01'), hours('TUESDAY', '18:00', '08:00')],
      holidays: [{ name: '', date: '2027-02-29' }, { name: 'Carnaval' }],
    });
    expect(payload.businessCalendar).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input.holidays.0.date',
      'INVALID input.key',
      'INVALID input.timeZone',
      'INVALID input.weeklyHours.0.from',
      'INVALID input.weeklyHours.0.to',
      'INVALID input.weeklyHours.1.to',
      'REQUIRED input.holidays.0.name',
      'REQUIRED input.holidays.1.date',
      'REQUIRED input.name',
    ]);
    expect(await calendarsOf(configurator)).toEqual(before);
  });

  it('takes hours that touch, and none that are empty, reversed or overlap', async () => {
    expect(await refusedWeek()).toEqual(['REQUIRED input.weeklyHours']);
    expect(await refusedWeek(hours('MONDAY', '08:00', '08:00'))).toEqual(['INVALID input.weeklyHours.0.to']);
    expect(await refusedWeek(hours('MONDAY', '22:00', '06:00'))).toEqual(['INVALID input.weeklyHours.0.to']);
    expect(await refusedWeek(hours('MONDAY', '24:00', '24:00'))).toEqual(['INVALID input.weeklyHours.0.from']);
    expect(
      await refusedWeek(
        hours('MONDAY', '13:00', '18:00'),
        hours('TUESDAY', '08:00', '14:00'),
        hours('MONDAY', '08:00', '19:00'),
        hours('MONDAY', '18:59', '20:00'),
      ),
    ).toEqual(['INVALID input.weeklyHours.0.from', 'INVALID input.weeklyHours.3.from']);
    await newCalendar(configurator, {
      key: 'juntas',
      weeklyHours: [hours('MONDAY', '08:00', '12:00'), hours('MONDAY', '12:00', '18:00')],
    });
  });

  it('refuses a week that opens for less than four hours, or has more than seventy spans', async () => {
    expect(await refusedWeek(hours('FRIDAY', '08:00', '11:59'))).toEqual(['INVALID input.weeklyHours']);
    const spans = Array.from({ length: 71 }, () => hours('FRIDAY', '08:00', '09:00'));
    expect(await refusedWeek(...spans)).toEqual(['INVALID input.weeklyHours']);
  });

  it('takes each holiday by one of date and Easter, once, and a hundred at the most', async () => {
    expect(await refusedDays({ name: 'x', date: '09-08', daysAfterEaster: 1 })).toEqual([
      'INVALID input.holidays.0.daysAfterEaster',
    ]);
    expect(await refusedDays({ name: 'x', daysAfterEaster: 101 }, { name: 'x', daysAfterEaster: -81 })).toEqual([
      'INVALID input.holidays.0.daysAfterEaster',
      'INVALID input.holidays.1.daysAfterEaster',
    ]);
    const dates = ['2027-9-8', '08/09/2027', '13-01', '02-30', '2027-02-29', '1999-01-01', ''];
    expect(await refusedDays(...dates.map((date) => ({ name: 'x', date })))).toEqual(
      dates.map((_, index) => `INVALID input.holidays.${index}.date`),
    );
    const twice = [
      { name: 'a', date: '09-08' },
      { name: 'b', date: '09-08' },
      { name: 'c', daysAfterEaster: 60 },
      { name: 'd', daysAfterEaster: 60 },
    ];
    expect(await refusedDays(...twice)).toEqual([
      'TAKEN input.holidays.1.date',
      'TAKEN input.holidays.3.daysAfterEaster',
    ]);
    const many = Array.from({ length: 101 }, (_, days) => ({ name: 'x', daysAfterEaster: days }));
    expect(await refusedDays(...many)).toEqual(['INVALID input.holidays']);
    await newCalendar(configurator, { key: 'cem', holidays: [{ name: 'Bissexto', date: '02-29' }, ...many.slice(2)] });
  });

  it('makes it the default one in the place of the one before, and writes down both changes', async () => {
    app.clock.advance(1000);
    const first = await newCalendar(configurator, { key: 'primeiro', isDefault: true });
    app.clock.advance(1000);
    const second = await newCalendar(configurator, { key: 'segundo', isDefault: true });
    const all = await calendarsOf(configurator);
    const defaults = all.filter(({ isDefault }: { isDefault: boolean }) => isDefault);
    expect(defaults).toEqual([second]);
    const { configurationChanges } = await configurator.data(
      '{ configurationChanges(first: 2) { nodes { element before after } } }',
    );
    const { id: _first, ...before } = first;
    const { id: _second, ...after } = second;
    expect(configurationChanges.nodes).toEqual([
      { element: 'BusinessCalendar segundo', before: null, after },
      { element: 'BusinessCalendar primeiro', before, after: { ...before, isDefault: false } },
    ]);
  });

  it('makes one default where many are made at once', async () => {
    const keys = Array.from({ length: 8 }, (_, index) => `junto_${index}`);
    await Promise.all(keys.map((key) => newCalendar(configurator, { key, isDefault: true })));
    const all = await calendarsOf(configurator);
    expect(all.filter(({ isDefault }: { isDefault: boolean }) => isDefault)).toHaveLength(1);
  });

  it('has keys of its own in each operator, and shows no operator those of another', async () => {
    await newCalendar(configurator, { key: 'alheio' });
    expect(await refusals({ key: 'alheio' })).toEqual(['TAKEN input.key']);
    const beta = await app.client('configurator', { operator: 'beta' });
    expect(await calendarsOf(beta)).toEqual([]);
    const made = await newCalendar(beta, { key: 'alheio', isDefault: true });
    expect(await calendarsOf(beta)).toEqual([made]);
  });

  it('is FORBIDDEN to a supervisor, and leaves nothing behind', async () => {
    const supervisor = await app.client('supervisor');
    const { errors } = await supervisor.execute(
      'mutation ($input: BusinessCalendarCreateInput!) { businessCalendarCreate(input: $input) { businessCalendar { id } } }',
      { input: { ...central, key: 'de_paulo' } },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const all = await calendarsOf(supervisor);
    expect(all.map(({ key }: { key: string }) => key)).not.toContain('de_paulo');
  });
});
