import {
  boolean,
  cep,
  date,
  email,
  file,
  form,
  onlyWhen,
  phone,
  required,
  requiredWhen,
  select,
  text,
} from '../form-builder.js';
import { states } from '../states.js';

export const personalRegistration = form('cadastro-pessoal', 'Dados pessoais', {
  nome: required(text('Nome completo', { maxLength: 120, 'x-sensitive': 'PERSONAL' })),
  nomeSocial: text('Nome social', { maxLength: 120, 'x-sensitive': 'PERSONAL' }),
  nascimento: required(date('Data de nascimento', { 'x-latest': 'today', 'x-sensitive': 'PERSONAL' })),
  estadoCivil: select('Estado civil', {
    SOLTEIRO: 'Solteiro(a)',
    CASADO: 'Casado(a)',
    DIVORCIADO: 'Divorciado(a)',
    VIUVO: 'Viúvo(a)',
    UNIAO: 'União estável',
  }),
  certidao: requiredWhen('estadoCivil', ['CASADO', 'DIVORCIADO', 'VIUVO', 'UNIAO'], file('Certidão')),
});

export const address = form('cadastro-endereco', 'Endereço', {
  cep: required(cep('CEP')),
  logradouro: required(text('Logradouro')),
  numero: required(text('Número')),
  complemento: text('Complemento'),
  bairro: required(text('Bairro')),
  cidade: required(text('Cidade')),
  uf: required(select('UF', states)),
});

export const contact = form('cadastro-contato', 'Contato', {
  tipo: required(select('Tipo', { CELULAR: 'Celular', FIXO: 'Telefone fixo', EMAIL: 'E-mail' })),
  telefone: onlyWhen('tipo', ['CELULAR', 'FIXO'], phone('Telefone')),
  email: onlyWhen('tipo', ['EMAIL'], email('E-mail')),
  aceitaWhatsapp: required(boolean('Aceita avisos por WhatsApp', { default: false })),
});
