import { describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.js';
import { attachmentReferences, fieldNames, sensitiveFields } from './fields.js';

const file = { type: 'string', format: 'attachment' };
const form = {
  type: 'object',
  properties: {
    nome: { type: 'string', 'x-sensitive': 'PERSONAL' },
    endereco: { $ref: '#/$defs/endereco' },
    despesas: {
      type: 'array',
      items: {
        type: 'object',
        properties: { valor: { type: 'string' }, recibo: { ...file, 'x-sensitive': 'HEALTH' } },
      },
    },
    laudo: { $ref: '#/$defs/arquivo' },
  },
  if: { properties: { nome: { const: 'x' } } },
  then: { properties: { motivo: { type: 'string' }, anexo: file } },
  $defs: {
    endereco: { type: 'object', properties: { cep: { type: 'string', 'x-sensitive': true } } },
    arquivo: { ...file, 'x-sensitive': 'HEALTH' },
  },
};

describe('the fields of a form', () => {
  it('are named by dotted paths, in branches and behind references, too', () => {
    expect(fieldNames(form)).toEqual([
      'nome',
      'endereco',
      'endereco.cep',
      'despesas',
      'despesas.valor',
      'despesas.recibo',
      'laudo',
      'motivo',
      'anexo',
    ]);
  });

  it('are sensitive where they are marked, nested ones included', () => {
    expect(sensitiveFields(form)).toEqual(['nome', 'endereco.cep', 'despesas.recibo', 'laudo']);
  });
});

describe('attachmentReferences', () => {
  const ids = Array.from({ length: 3 }, () => newId('attachment', new Date(0)));

  it('finds every file with its place', () => {
    const data = { despesas: [{ valor: '1.00' }, { recibo: ids[0] }], laudo: ids[1], anexo: ids[2], nome: ids[0] };
    expect(attachmentReferences(form, data)).toEqual([
      { path: ['despesas', '1', 'recibo'], id: ids[0] },
      { path: ['laudo'], id: ids[1] },
      { path: ['anexo'], id: ids[2] },
    ]);
  });

  it('says what files a field takes, wherever its schema does', () => {
    const limited = {
      properties: { laudo: { $ref: '#/$defs/arquivo', 'x-accept': ['image/*'] } },
      $defs: { arquivo: { ...file, 'x-maxSizeMb': 5 } },
    };
    expect(attachmentReferences(limited, { laudo: ids[0] })).toEqual([
      { path: ['laudo'], id: ids[0], accept: ['image/*'], maxSizeMb: 5 },
    ]);
  });

  it('finds none in what is no id, and in no data', () => {
    expect([attachmentReferences(form, { laudo: 'x' }), attachmentReferences(form, null)]).toEqual([[], []]);
  });
});
