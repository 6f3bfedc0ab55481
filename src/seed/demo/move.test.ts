import { describe, expect, it } from 'vitest';
import { demo } from './demo.js';
import { moveTo } from './move.js';
import { timeline } from './timeline.js';

const day = 24 * 60 * 60 * 1000;
const byNumber = (now: string) => moveTo(new Date(now), demo.samples);
const lastOf = (now: string) => timeline(byNumber(now)).at(-1)!;

describe('moveTo', () => {
  it('leaves the samples where they are on the day of their last step', () => {
    const samples = byNumber('2026-09-02T10:12:00-03:00');
    expect(samples.map(({ protocolNumber }) => protocolNumber)).toEqual(
      demo.samples.map(({ protocolNumber }) => protocolNumber).toSorted(),
    );
    expect(samples[0]!.at).toBe('2026-08-18T13:00:00.000Z');
  });

  it('moves instants, days in forms and the days inside protocol numbers by the same number of days', () => {
    const samples = byNumber('2027-03-01T12:00:00-03:00');
    const first = samples.find(({ typeKey, by }) => typeKey === 'reembolso' && by === 'ana.souza')!;
    expect(first.protocolNumber).toBe('99999120270227000001');
    expect(first.at).toBe('2027-02-27T12:12:00.000Z');
    expect(first.steps[0]).toMatchObject({
      at: '2027-02-27T12:14:00.000Z',
      data: { dataAtendimento: '2027-02-24', comprovante: { file: { name: 'nf-1021.pdf' } } },
    });
    const reanalysis = samples.find(({ typeKey }) => typeKey === 'ouvidoria_reanalise')!;
    expect(reanalysis.description).toContain('99999120270214000001');
    expect(reanalysis.steps[1]).toMatchObject({
      body: 'Pedir à auditoria o parecer do protocolo 99999120270214000001.',
    });
  });

  it('leaves birthdays alone', () => {
    const hugo = byNumber('2027-03-01T12:00:00-03:00').find(({ by }) => by === 'hugo.reis')!;
    expect(hugo.intake).toMatchObject({ nascimento: '2001-12-12' });
  });

  it.each([
    '2026-11-24T15:00:00Z',
    '2026-11-24T12:00:00Z',
    '2028-02-29T23:59:59Z',
    '2027-01-01T00:00:00Z',
    '2026-01-01T00:00:00Z',
  ])('ends less than a day before %s, and never after', (now) => {
    const age = Date.parse(now) - Date.parse(lastOf(now).at);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(day);
  });

  it('keeps the date in a protocol number that of the day of its creation in Brasília', () => {
    for (const { protocolNumber, at } of byNumber('2027-01-01T00:00:00Z')) {
      const local = new Date(Date.parse(at) - 3 * 60 * 60 * 1000).toISOString().slice(0, 10);
      expect(protocolNumber.slice(6, 14)).toBe(local.replaceAll('-', ''));
    }
  });
});

describe('timeline', () => {
  it('orders all that happened, so that sequences of a day come out as the samples have them', () => {
    const moments = timeline(byNumber('2027-01-01T12:00:00Z'));
    const instants = moments.map(({ at }) => Date.parse(at));
    expect(instants).toEqual(instants.toSorted((one, other) => one - other));
    const perDay = new Map<string, number>();
    for (const { sample } of moments.filter(({ step }) => step === null)) {
      const date = sample.protocolNumber.slice(0, 14);
      const sequence = (perDay.get(date) ?? 0) + 1;
      perDay.set(date, sequence);
      expect(sample.protocolNumber).toBe(date + String(sequence).padStart(6, '0'));
    }
  });
});
