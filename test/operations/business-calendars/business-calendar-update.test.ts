import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { found, saved, userErrors } from '../workflow/example.js';
import { startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { hours, newCalendar, updateCalendar } from './calendar.js';

// Wednesday, 10:00 in Brasília.
const morning = '2027-03-03T13:00:00.000Z';

describe('businessCalendarUpdate', () => {
  let desk: Desk;
  let rita: TestClient;
  beforeAll(async () => {
    desk = await openDesk({ now: morning });
    rita = desk.configurator;
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const make = (key: string, rest: object = {}) => newCalendar(rita, { key, ...rest });
  const update = (id: string, input: object, client = rita) => updateCalendar(client, id, input);

  async function configureType(input: object) {
    const { occurrenceTypeUpdate } = await rita.data(
      `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) {
         occurrenceTypeUpdate(id: $id, input: $input) { occurrenceType { businessCalendar { key } } ${userErrors} }
       }`,
      { id: desk.typeId, input },
    );
    return occurrenceTypeUpdate;
  }

  async function dueDates(id: string, client = desk.carla) {
    const { occurrence } = await client.data(
      'query ($id: ID!) { occurrence(id: $id) { sla { dueAt } regulatoryAnswer { dueAt explanation } } }',
      { id },
    );
    return [occurrence.sla.dueAt, occurrence.regulatoryAnswer.dueAt];
  }
  const opened = async () => dueDates((await open(desk.ana)).id);

  it('leaves what is absent, clears zone and holidays by null, and refuses to clear the rest', async () => {
    const holidays = [{ name: 'Vitória', date: '09-08' }];
    const made = await make('caixa', { timeZone: 'America/Manaus', holidays });
    const renamed = saved(await update(made.id, { name: 'Caixa postal' })).businessCalendar;
    expect(renamed).toEqual({ ...made, name: 'Caixa postal' });
    const cleared = saved(await update(made.id, { timeZone: null, holidays: null })).businessCalendar;
    expect(cleared).toEqual({ ...renamed, timeZone: null, holidays: [] });
    const every = { key: null, name: null, weeklyHours: null, isDefault: null, active: null };
    expect(found(await update(made.id, every))).toEqual([
      'REQUIRED input.active',
      'REQUIRED input.isDefault',
      'REQUIRED input.key',
      'REQUIRED input.name',
      'REQUIRED input.weeklyHours',
    ]);
  });

  it('takes hours as a whole, and checks them like new ones', async () => {
    const made = await make('trocado');
    const weeklyHours = [hours('SATURDAY', '08:00', '14:00')];
    expect(saved(await update(made.id, { weeklyHours })).businessCalendar).toEqual({ ...made, weeklyHours });
    const wrong = { key: 'caixa', weeklyHours: [], holidays: [{ name: 'x', date: 'amanhã' }], timeZone: 'Brasília' };
    expect(found(await update(made.id, wrong))).toEqual([
      'INVALID input.holidays.0.date',
      'INVALID input.timeZone',
      'REQUIRED input.weeklyHours',
      'TAKEN input.key',
    ]);
    expect(saved(await update(made.id, {})).businessCalendar).toEqual({ ...made, weeklyHours });
  });

  it('refuses to take one out of use that an active type names, saying how many, or that is the default one', async () => {
    const made = await make('usado');
    saved(await configureType({ businessCalendarId: made.id }));
    const payload = await update(made.id, { active: false });
    expect(payload.businessCalendar).toBeNull();
    expect(payload.userErrors).toEqual([
      {
        code: 'IN_USE',
        message: '1 active occurrence types use it: reembolso.',
        path: ['input', 'active'],
      },
    ]);
    saved(await configureType({ businessCalendarId: null }));
    saved(await update(made.id, { isDefault: true }));
    expect(found(await update(made.id, { active: false }))).toEqual(['INVALID input.isDefault']);
    expect(saved(await update(made.id, { active: false, isDefault: false })).businessCalendar).toMatchObject({
      active: false,
      isDefault: false,
    });
    expect(found(await configureType({ businessCalendarId: made.id }))).toEqual(['NOT_FOUND input.businessCalendarId']);
  });

  it("counts a type's own deadline by its calendar, else by the default one, else by the usual one", async () => {
    saved(await configureType({ sla: { amount: 4, unit: 'BUSINESS_HOURS' } }));
    // From 10:00 to 14:00, or to 15:00 over noon; in India it is half past six, and the next day counts.
    expect((await opened())[0]).toBe('2027-03-03T17:00:00.000Z');
    const fallback = await make('padrao', { isDefault: true });
    expect((await opened())[0]).toBe('2027-03-03T18:00:00.000Z');
    const named = await make('india', { timeZone: 'Asia/Kolkata' });
    expect(saved(await configureType({ businessCalendarId: named.id })).occurrenceType).toEqual({
      businessCalendar: { key: 'india' },
    });
    expect((await opened())[0]).toBe('2027-03-04T06:30:00.000Z');
    saved(await configureType({ businessCalendarId: null }));
    saved(await update(fallback.id, { isDefault: false }));
    expect((await opened())[0]).toBe('2027-03-03T17:00:00.000Z');
  });

  it('lengthens the answer to the regulator by those holidays alone that say so, and by no hours', async () => {
    // Saturdays are open, and Monday is a holiday of its own.
    const named = await make('segunda', { holidays: [{ name: 'Mudança', date: '2027-03-08' }] });
    saved(await configureType({ businessCalendarId: named.id, sla: { amount: 3, unit: 'BUSINESS_DAYS' } }));
    const [saturday, friday, monday] = ['03-07', '03-13', '03-16'].map((day) => `2027-${day}T02:59:59.999Z`);
    // Seven days: 4, 5, 8, 9, 10, 11, 12; and of the own one 4, 5, 6.
    expect(await opened()).toEqual([saturday, friday]);
    const lengthened = { name: 'Mudança', date: '2027-03-08', lengthensRegulatoryAnswer: true };
    saved(await update(named.id, { holidays: [lengthened] }));
    expect(await opened()).toEqual([saturday, monday]);
  });

  it('changes nothing for what was opened before, which goes on by the calendar that it was opened with', async () => {
    const named = await make('antes');
    saved(await configureType({ businessCalendarId: named.id, sla: { amount: 4, unit: 'BUSINESS_HOURS' } }));
    const { id } = await open(desk.ana);
    const before = await dueDates(id);
    expect(before[0]).toBe('2027-03-03T18:00:00.000Z');
    const holidays = [{ name: 'Hoje', date: '2027-03-03', lengthensRegulatoryAnswer: true }];
    const weeklyHours = [hours('SUNDAY', '00:00', '24:00')];
    saved(await update(named.id, { holidays, weeklyHours, timeZone: 'Asia/Tokyo' }));
    expect(await dueDates(id)).toEqual(before);
    // A pause and another kind count anew, by what was kept.
    const { statusUpdate } = await rita.data(
      `mutation ($id: ID!) { statusUpdate(id: $id, input: { pausesSla: true }) { ${userErrors} } }`,
      { id: desk.statuses.pendente },
    );
    saved(statusUpdate);
    const moves = async (time: string, statusKey: string) => {
      desk.app.clock.set(`2027-03-03T${time}:00.000-03:00`);
      await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey, comment: 'Falta o recibo' });
    };
    await moves('10:10', 'em_analise');
    await moves('10:20', 'pendente');
    await moves('10:50', 'em_analise');
    await done(desk.paulo, 'occurrenceUpdate', id, { regulatoryKind: 'ASSISTENTIAL_OTHER', reason: 'É consulta' });
    // Half an hour later than before.
    expect(await dueDates(id)).toEqual(['2027-03-03T18:30:00.000Z', '2027-03-11T02:59:59.999Z']);
    desk.app.clock.set(morning);
  });

  it('is known to every process at once', async () => {
    await using beside = await startTestApp({ beside: desk.app });
    const ana = await beside.client('beneficiary', { subject: 'ana', claims: { membership_number: '1' } });
    const named = await make('de_ambos');
    saved(await configureType({ businessCalendarId: named.id, sla: { amount: 4, unit: 'BUSINESS_HOURS' } }));
    expect((await dueDates((await open(ana)).id))[0]).toBe('2027-03-03T18:00:00.000Z');
    saved(await update(named.id, { weeklyHours: [hours('SUNDAY', '00:00', '24:00')] }));
    expect((await dueDates((await open(ana)).id))[0]).toBe('2027-03-07T07:00:00.000Z');
  });

  it("answers another operator's calendar like one that does not exist, in a type as well", async () => {
    const made = await make('alheio');
    const beta = await desk.app.client('configurator', { operator: 'beta' });
    const foreign = await update(made.id, { name: 'Outro' }, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await update('bca_00000000000000000000000000', { name: 'Outro' }));
    const theirs = await newCalendar(beta, { key: 'deles' });
    expect(found(await configureType({ businessCalendarId: theirs.id }))).toEqual([
      'NOT_FOUND input.businessCalendarId',
    ]);
  });
});
