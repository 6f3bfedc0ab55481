import { cnpj, cpf } from 'cpf-cnpj-validator';
import formatsPlugin from 'ajv-formats';
import type { FormatName } from 'ajv-formats';
import { kindOfId } from '../../shared/ids.js';

type Check = (text: string) => boolean;

const shaped =
  (shape: RegExp): Check =>
  (text) =>
    shape.test(text);

const isCpf: Check = (text) => /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/.test(text) && cpf.isValid(text);

/** Letters among the first twelve: numbers given out since July 2026 have them. */
const isCnpj: Check = (text) =>
  /^[\dA-Z]{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}\/?[\dA-Z]{4}-?\d{2}$/.test(text) && cnpj.isValid(text);

/** Area code and number, with or without +55: nine digits from 9 for mobiles, eight from 2 to 5 for the rest. */
const isPhone: Check = (text) => {
  if (text.length > 24 || !/^\+?[\d ().-]+$/.test(text)) return false;
  const digits = text.replace(/[ ().-]/g, '');
  // 55 is an area code, too: without the plus it is the country's only where a whole number follows.
  const national = digits.replace(/^\+55|^55(?=\d{10,11}$)/, '');
  return /^[1-9]{2}(?:9\d{8}|[2-5]\d{7})$/.test(national);
};

const isAttachment: Check = (text) => {
  const kind = kindOfId(text);
  return kind === 'attachment' || kind === 'upload';
};

/** A format of ajv-formats in full mode, for texts up to the length that the field could ever need. */
const standard = (name: FormatName, longest: number): Check => {
  const format = formatsPlugin.default.get(name) as RegExp | Check | { validate: Check };
  const check = format instanceof RegExp ? shaped(format) : 'validate' in format ? format.validate : format;
  return (text) => text.length <= longest && check(text);
};

/** Every format that a form may name. Texts that have none of these shapes are refused whatever their length. */
export const formats = {
  cpf: isCpf,
  cnpj: isCnpj,
  cep: shaped(/^\d{5}-?\d{3}$/),
  'phone-br': isPhone,
  tuss: shaped(/^\d{8}$/),
  cid10: shaped(/^[A-Z]\d{2}(?:\.?\d)?$/),
  /** Reais and centavos, "380.00": a text, since binary fractions cannot hold centavos. */
  money: shaped(/^(?:0|[1-9]\d{0,11})\.\d{2}$/),
  attachment: isAttachment,
  protocol: shaped(/^\d{20}$/),
  date: standard('date', 10),
  'date-time': standard('date-time', 40),
  time: standard('time', 24),
  email: standard('email', 254),
  uri: standard('uri', 2048),
} as const satisfies Record<string, Check>;

export const isFormat = (name: unknown): name is keyof typeof formats =>
  typeof name === 'string' && Object.hasOwn(formats, name);
