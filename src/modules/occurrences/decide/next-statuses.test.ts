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

it('neither the status itself nor anything from a closing one is next, though it were listed', () => {
  const listed = ['sta_em_analise', 'sta_negado'];
  expect(from('em_analise', withStatus('em_analise', { nextStatusIds: listed }))).toEqual(['negado']);
  expect(from('cancelado', withStatus('cancelado', { nextStatusIds: listed }))).toEqual([]);
});
