import { describe, expect, it } from 'vitest';
import { storedExample } from './example-type.fixture.js';
import type { Status } from './model.js';
import { effectiveNextStatuses } from './transition.js';

const [solicitado, analise, pago, antigo] = storedExample.statuses as [Status, Status, Status, Status];
const next = (status: Status): string[] => effectiveNextStatuses(storedExample, status).map(({ key }) => key);

describe('the next statuses', () => {
  it('are those that are listed', () => {
    expect(next(solicitado)).toEqual(['em_analise', 'pago']);
    expect(next({ ...solicitado, nextStatusIds: ['sta_pago'] })).toEqual(['pago']);
    expect(next({ ...solicitado, nextStatusIds: [] })).toEqual([]);
  });

  it('are any other active ones where null says so', () => {
    expect(next(analise)).toEqual(['solicitado', 'pago']);
  });

  it('are none from a closing status, whatever it lists', () => {
    expect(next(pago)).toEqual([]);
    expect(next({ ...pago, nextStatusIds: ['sta_analise'] })).toEqual([]);
  });

  it('are never inactive, nor the status itself', () => {
    expect(next({ ...solicitado, nextStatusIds: ['sta_antigo', 'sta_solicitado', 'sta_pago'] })).toEqual(['pago']);
  });

  it('lead out of an inactive status', () => {
    expect(next(antigo)).toEqual(['solicitado', 'em_analise', 'pago']);
  });
});
