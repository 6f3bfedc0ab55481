import { expect, it } from 'vitest';
import { sampleType, statusNamed, withStatus } from '../samples.fixture.js';
import { nextStatuses } from './next-statuses.js';

const from = (key: string, type = sampleType()) => nextStatuses(type, statusNamed(type, key)).map((one) => one.key);

it('a list counts as far as its statuses are active', () => {
  expect(from('solicitado')).toEqual(['em_analise', 'cancelado', 'duplicado']);
});

it('no list means every other active status, and none from a closing one', () => {
  expect(from('auditoria')).toEqual([
    'solicitado',
    'em_analise',
    'pendente',
    'aprovado',
    'negado',
    'pago',
    'cancelado',
    'duplicado',
  ]);
  expect(from('cancelado')).toEqual([]);
});

it('a status that lists itself may be entered again', () => {
  expect(from('em_analise', withStatus('em_analise', { nextStatusIds: ['sta_em_analise'] }))).toEqual(['em_analise']);
});
