import type { ErrorObject } from 'ajv';

/** Messages of a form are read by members and attendants: plain Portuguese, without the schema's words. */
const byFormat: Readonly<Record<string, string>> = {
  cpf: 'Informe um CPF válido.',
  cnpj: 'Informe um CNPJ válido.',
  cep: 'Informe um CEP com 8 dígitos.',
  'phone-br': 'Informe um telefone com DDD.',
  tuss: 'Informe um código TUSS com 8 dígitos.',
  cid10: 'Informe um código CID-10, como J45 ou J45.0.',
  money: 'Informe um valor com duas casas decimais, como 380.00.',
  attachment: 'Envie um arquivo.',
  protocol: 'Informe um protocolo com 20 dígitos.',
  date: 'Informe uma data válida (AAAA-MM-DD).',
  'date-time': 'Informe data e hora válidas.',
  time: 'Informe um horário válido.',
  email: 'Informe um e-mail válido.',
  uri: 'Informe um endereço da internet válido.',
};

const byType: Readonly<Record<string, string>> = {
  string: 'Informe um texto.',
  number: 'Informe um número.',
  integer: 'Informe um número inteiro.',
  boolean: 'Responda sim ou não.',
  array: 'Informe uma lista.',
  object: 'Preencha os campos deste grupo.',
};

const counted = (count: unknown, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
const characters = (count: unknown): string => counted(count, 'caractere', 'caracteres');
const items = (count: unknown): string => counted(count, 'item', 'itens');

type Params = Readonly<Record<string, unknown>>;

const byKeyword: Readonly<Record<string, (params: Params) => string>> = {
  required: () => 'Preencha este campo.',
  dependentRequired: () => 'Preencha este campo.',
  additionalProperties: () => 'Este campo não existe no formulário.',
  unevaluatedProperties: () => 'Este campo não existe no formulário.',
  propertyNames: () => 'Este campo não existe no formulário.',
  'false schema': () => 'Este campo não se aplica: deixe em branco.',
  type: ({ type }) => byType[String(type)] ?? 'O tipo do valor não é aceito.',
  format: ({ format }) => byFormat[String(format)] ?? 'O formato do valor não é aceito.',
  const: ({ allowedValue }) =>
    allowedValue === true ? 'É preciso marcar esta opção.' : 'Este valor não é aceito aqui.',
  enum: () => 'Escolha uma das opções.',
  oneOf: () => 'Escolha uma das opções.',
  anyOf: () => 'Escolha uma das opções.',
  not: () => 'Este valor não é aceito.',
  pattern: () => 'O valor não está no formato esperado.',
  minLength: ({ limit }) => (limit === 1 ? 'Preencha este campo.' : `Use pelo menos ${characters(limit)}.`),
  maxLength: ({ limit }) => `Use no máximo ${characters(limit)}.`,
  minimum: ({ limit }) => `Informe um valor a partir de ${String(limit)}.`,
  maximum: ({ limit }) => `Informe um valor até ${String(limit)}.`,
  exclusiveMinimum: ({ limit }) => `Informe um valor maior que ${String(limit)}.`,
  exclusiveMaximum: ({ limit }) => `Informe um valor menor que ${String(limit)}.`,
  multipleOf: ({ multipleOf }) => `Informe um múltiplo de ${String(multipleOf)}.`,
  minItems: ({ limit }) => `Informe pelo menos ${items(limit)}.`,
  maxItems: ({ limit }) => `Informe no máximo ${items(limit)}.`,
  items: ({ limit }) => `Informe no máximo ${items(limit)}.`,
  uniqueItems: () => 'Não repita itens.',
  contains: ({ minContains }) => `Informe pelo menos ${items(minContains)} como pedido.`,
  minProperties: ({ limit }) => `Preencha pelo menos ${counted(limit, 'campo', 'campos')}.`,
  maxProperties: ({ limit }) => `Preencha no máximo ${counted(limit, 'campo', 'campos')}.`,
};

/** What to say to whoever filled the form in. */
export const formMessage = ({ keyword, params }: Pick<ErrorObject, 'keyword' | 'params'>): string =>
  (Object.hasOwn(byKeyword, keyword) ? byKeyword[keyword] : undefined)?.(params as Params) ??
  'O valor não atende ao que o formulário pede.';
