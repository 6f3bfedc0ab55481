import { describe, expect, it } from 'vitest';
import { usualCalendar } from '../../calendar/index.js';
import type { EventPayload } from '../events.js';
import { closedState, made, refusalsOf, sampleState, sampleType, t1 } from '../samples.fixture.js';
import { decideUpdate, type Update } from './update.js';

const calendar = usualCalendar('America/Sao_Paulo');
const state = sampleState({ version: 2 });
const update = (differences: Partial<Update>) =>
  decideUpdate({ state, type: sampleType(), calendar, now: t1, ...differences });
const since = (...laterEvents: EventPayload[]) => ({ version: 2 - laterEvents.length, laterEvents });
const corrected: EventPayload = { kind: 'UPDATED', description: { before: 'x', after: 'y' }, reason: null };
const rekinded: EventPayload = { kind: 'UPDATED', regulatoryKind: { before: null, after: 'URGENT' }, reason: 'Risco' };

describe('an update', () => {
  it('of the description says what it was and what it is', () => {
    const change = made(update({ description: 'Consulta de abril' }));
    expect(change).toMatchObject({
      event: { description: { before: 'Consulta de março', after: 'Consulta de abril' }, reason: null },
      state: { description: 'Consulta de abril', version: 3, updatedAt: t1, statusId: 'sta_solicitado' },
    });
    expect(change).not.toHaveProperty('event.regulatoryKind');
  });

  it('of the regulatory kind carries the reason', () => {
    expect(made(update({ regulatoryKind: 'URGENT', reason: 'Risco imediato' }))).toMatchObject({
      event: { regulatoryKind: { before: 'NON_ASSISTENTIAL', after: 'URGENT' }, reason: 'Risco imediato' },
      state: { regulatoryKind: 'URGENT', description: 'Consulta de março' },
    });
  });

  it('can take the regulatory kind away', () => {
    expect(made(update({ regulatoryKind: null, reason: 'Pedido de informação' })).state.regulatoryKind).toBeNull();
  });

  it.each<[string, Partial<Update>]>([
    ['nothing', {}],
    ['what is so already', { description: 'Consulta de março', regulatoryKind: 'NON_ASSISTENTIAL', reason: 'Confere' }],
    ['what is so already, at an older version', { description: 'Consulta de março', expected: since(corrected) }],
  ])('of %s succeeds and changes nothing', (_, differences) => {
    expect(update(differences)).toEqual({ ok: true, value: { changed: false, state } });
  });

  it.each<[string, Partial<Update>]>([
    ['the description when the regulatory kind changed', { description: 'Outra', expected: since(rekinded) }],
    [
      'the regulatory kind when the description changed',
      { regulatoryKind: 'URGENT', reason: 'Risco', expected: since(corrected) },
    ],
    [
      'the description when the status changed',
      { description: 'Outra', expected: since({ kind: 'REOPENED', from: 'sta_pago', to: 'sta_em_analise' }) },
    ],
  ])('of %s since the expected version goes through', (_, differences) => {
    expect(made(update(differences)).state.version).toBe(3);
  });

  const description = ['input', 'description'];
  const version = ['input', 'expectedVersion'];

  it.each<[string, Partial<Update>, [string, readonly string[]][]]>([
    ['of a closed occurrence', { state: closedState(), description: 'Outra' }, [['OCCURRENCE_CLOSED', ['id']]]],
    ['of a closed occurrence to what is so already', { state: closedState() }, [['OCCURRENCE_CLOSED', ['id']]]],
    ['to a blank description', { description: ' \n' }, [['REQUIRED', description]]],
    ['that clears the description', { description: null }, [['REQUIRED', description]]],
    ['to 10,001 characters', { description: 'x'.repeat(10_001) }, [['INVALID', description]]],
    ['to half a character', { description: 'a\ud83d' }, [['INVALID', description]]],
    ['of the regulatory kind without a reason', { regulatoryKind: 'URGENT' }, [['REQUIRED', ['input', 'reason']]]],
    ['with too long a reason', { reason: 'x'.repeat(4001) }, [['INVALID', ['input', 'reason']]]],
    [
      'for every problem at once',
      { description: '', regulatoryKind: 'URGENT', reason: ' ' },
      [
        ['REQUIRED', description],
        ['REQUIRED', ['input', 'reason']],
      ],
    ],
    [
      'when the description changed since',
      { description: 'Outra', expected: since(corrected) },
      [['CONFLICT', version]],
    ],
    [
      'when the regulatory kind changed since',
      { regulatoryKind: 'URGENT', reason: 'Risco', expected: since(rekinded) },
      [['CONFLICT', version]],
    ],
    [
      'when the version is out of range',
      { description: 'Outra', expected: { version: 3, laterEvents: [] } },
      [['CONFLICT', version]],
    ],
  ])('is refused %s', (_, differences, expected) => {
    expect(refusalsOf(update(differences))).toEqual(expected);
  });

  it('of exactly 10,000 characters is taken', () => {
    expect(made(update({ description: 'ç'.repeat(10_000) })).state.version).toBe(3);
  });
});
