import type { FormContent } from './content.js';

type Schema = Readonly<Record<string, unknown>>;

/** A field answers to another one: shown or demanded only for some of its values. */
interface Condition {
  readonly field: string;
  readonly values: readonly unknown[];
}

interface Field {
  readonly schema: Schema;
  readonly required?: boolean;
  readonly requiredWhen?: Condition;
  readonly visibleWhen?: Condition;
  readonly multi?: boolean;
}

const field =
  (base: Schema) =>
  (title: string, more: Schema = {}): Field => ({ schema: { ...base, title, ...more } });

const string = (format: string) => field({ type: 'string', format });

export const text = field({ type: 'string' });
export const integer = field({ type: 'integer' });
export const boolean = field({ type: 'boolean' });
export const date = string('date');
export const dateTime = string('date-time');
export const cpf = string('cpf');
export const cnpj = string('cnpj');
export const cep = string('cep');
export const phone = string('phone-br');
export const email = string('email');
export const cid10 = string('cid10');
export const tuss = string('tuss');
export const protocol = string('protocol');
export const file = string('attachment');
export const money = field({ type: 'string', format: 'money', 'x-currency': 'BRL' });
export const beneficiary = field({ type: 'string', minLength: 1, maxLength: 40, 'x-reference': 'BENEFICIARY' });

export const longText = (title: string, more: Schema = {}): Field => ({ ...text(title, more), multi: true });

export const select = (title: string, options: Readonly<Record<string, string>>, more: Schema = {}): Field => ({
  schema: {
    type: 'string',
    title,
    oneOf: Object.entries(options).map(([value, label]) => ({ const: value, title: label })),
    ...more,
  },
});

/** Money is a text, which no `minimum` bounds: its format has no sign, so one value alone is too small. */
export const aboveZero: Schema = { not: { const: '0.00' } };

/** What members photograph or scan. */
export const scans: Schema = { 'x-accept': ['application/pdf', 'image/jpeg', 'image/png'], 'x-maxSizeMb': 10 };

export const required = (one: Field): Field => ({ ...one, required: true, schema: notEmpty(one.schema) });

export const requiredWhen = (name: string, values: readonly unknown[], one: Field): Field => ({
  ...one,
  schema: notEmpty(one.schema),
  requiredWhen: { field: name, values },
});

/** Shown for those values alone, and demanded then. */
export const onlyWhen = (name: string, values: readonly unknown[], one: Field): Field => ({
  ...requiredWhen(name, values, one),
  visibleWhen: { field: name, values },
});

/** An empty text would do for `required`. */
const notEmpty = (schema: Schema): Schema =>
  schema.type === 'string' && !('format' in schema) && !('oneOf' in schema) ? { minLength: 1, ...schema } : schema;

/** A form from its fields, in the order in which they are shown. */
export function form(key: string, name: string, fields: Readonly<Record<string, Field>>): FormContent {
  const entries = Object.entries(fields);
  const conditions = entries.flatMap(([field, { requiredWhen: when }]) => (when ? [{ field, when }] : []));
  return {
    key,
    name,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: Object.fromEntries(entries.map(([field, { schema }]) => [field, schema])),
      required: entries.filter(([, one]) => one.required).map(([field]) => field),
      ...(conditions.length > 0 && { allOf: conditions.map(({ field, when }) => demand(field, when)) }),
      additionalProperties: false,
    },
    uiSchema: { type: 'VerticalLayout', elements: entries.map(([field, one]) => control(field, one)) },
  };
}

const demand = (field: string, when: Condition): Schema => ({
  if: { properties: { [when.field]: { enum: when.values } }, required: [when.field] },
  then: { required: [field] },
});

const control = (field: string, { multi, visibleWhen }: Field): Schema => ({
  type: 'Control',
  scope: `#/properties/${field}`,
  ...(multi && { options: { multi: true } }),
  ...(visibleWhen && {
    rule: {
      effect: 'SHOW',
      condition: { scope: `#/properties/${visibleWhen.field}`, schema: { enum: visibleWhen.values } },
    },
  }),
});
