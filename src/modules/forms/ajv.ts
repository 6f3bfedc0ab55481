import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Options } from 'ajv/dist/2020.js';
import { formats } from './formats.js';
import { annotations } from './keywords.js';
import { boundedPattern } from './pattern-cost.js';

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/**
 * An Ajv of its own for every form: a shared one would keep each that it ever compiled. The schema itself is checked
 * against the dialect apart, once.
 */
export function formAjv(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    // Reports what comes of `required` in a branch whose properties stand outside: form-schema.ts looks better.
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    meta: false,
    validateSchema: false,
    ownProperties: true,
    formats,
    code: {
      regExp: Object.assign(boundedPattern, { code: 'boundedPattern' }) as NonNullable<Options['code']>['regExp'],
    },
    ...options,
  });
  for (const keyword of Object.keys(annotations)) ajv.addKeyword(keyword);
  return ajv;
}

/** A form without what names it: two may have the same `$id`. */
export function withoutIdentity(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { $schema: _dialect, $id: _id, ...rest } = schema;
  return rest;
}
