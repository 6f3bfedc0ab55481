import { describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.js';
import { formats } from './formats.js';

const now = new Date('2026-09-01T12:00:00Z');

const good: Record<keyof typeof formats, string[]> = {
  cpf: ['529.982.247-25', '52998224725'],
  cnpj: ['11.222.333/0001-81', '11222333000181', '12.ABC.345/01DE-35'],
  cep: ['29010-120', '29010120'],
  'phone-br': [
    '27999990001',
    '(27) 99999-0001',
    '+55 27 99999-0001',
    '+5527999990001',
    '552733330001',
    '55 99999-0001',
  ],
  tuss: ['40901114'],
  cid10: ['J45', 'J45.0', 'J450'],
  money: ['0.01', '380.00', '0.00', '999999999999.99'],
  attachment: [newId('attachment', now), newId('upload', now)],
  protocol: ['99999120260831000001'],
  date: ['2026-02-28', '2028-02-29'],
  'date-time': ['2026-09-01T10:00:00-03:00', '2026-09-01T10:00:00Z'],
  time: ['10:00:00Z'],
  email: ['ana.souza@example.org'],
  uri: ['https://app.example/ocorrencia/1'],
};

const bad: Record<keyof typeof formats, string[]> = {
  cpf: ['529.982.247-26', '111.111.111-11', '5299822472', '529 982 247 25', ''],
  cnpj: ['11.222.333/0001-82', '00000000000000', '1122233300018', 'x11222333000181'],
  cep: ['2901-120', '290101200', 'abcde-fgh'],
  'phone-br': ['99999-0001', '+1 27 99999-0001', '(00) 99999-0001', '27 89999-0001', '27999990001x', '', '+'],
  tuss: ['4090111', '409011140', '4090111a'],
  cid10: ['j45', '45', 'J4', 'J45.', 'J45.00'],
  money: ['380', '380.0', '380.000', '-1.00', '01.00', '1,00', '1.000.00', '9999999999999.99', '.50'],
  attachment: [newId('occurrence', now), 'atc_1', 'x', ''],
  protocol: ['9999912026083100000', '999991202608310000011', '9999912026083100000a'],
  date: ['2026-02-29', '2026-13-01', '26-01-01', '01/02/2026'],
  'date-time': ['2026-09-01', '2026-09-01T10:00:00', '2026-09-01T25:00:00Z'],
  time: ['10:00', '25:00:00Z'],
  email: ['ana', 'ana@', `${'a'.repeat(250)}@example.org`],
  uri: ['app', '//x', `https://app.example/${'a'.repeat(2048)}`],
};

describe('formats', () => {
  it.each(Object.entries(good))('%s takes %j', (name, texts) => {
    expect(texts.filter((text) => !formats[name as keyof typeof formats](text))).toEqual([]);
  });

  it.each(Object.entries(bad))('%s refuses %j', (name, texts) => {
    expect(texts.filter((text) => formats[name as keyof typeof formats](text))).toEqual([]);
  });
});
