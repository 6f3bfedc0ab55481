export const sensitivities = ['PERSONAL', 'HEALTH', 'FINANCIAL'] as const;

interface Annotation {
  readonly expects: string;
  readonly takes: (value: unknown) => boolean;
}

const oneOf = (...values: readonly (string | boolean)[]): Annotation => ({
  expects: `one of ${values.join(', ')}`,
  takes: (value) => values.some((known) => known === value),
});

const isMediaType = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 127 && /^[a-z]+\/(?:\*|[a-z0-9][a-z0-9.+-]*)$/.test(value);

/** Keywords of ours: they tell clients and the product something about a field, and refuse no data. */
export const annotations: Readonly<Record<string, Annotation>> = {
  /** Personal, health or financial data by LGPD; true: sensitive without saying how. */
  'x-sensitive': oneOf(...sensitivities, true),
  /** Content types that an attachment may have. */
  'x-accept': {
    expects: 'a list of 1 to 20 content types',
    takes: (value) => Array.isArray(value) && value.length >= 1 && value.length <= 20 && value.every(isMediaType),
  },
  /** Largest size of an attachment, in megabytes. */
  'x-maxSizeMb': {
    expects: 'a number above 0 and up to 100',
    takes: (value) => typeof value === 'number' && value > 0 && value <= 100,
  },
  /** Who fills the field in, where it is not everybody who sees the form. */
  'x-audience': oneOf('BENEFICIARY', 'ATTENDANT'),
  /** Whom what is written here reaches in the end. */
  'x-audienceOut': oneOf('BENEFICIARY'),
  /** What the text names, where it is the key of something. */
  'x-reference': oneOf('BENEFICIARY'),
  'x-currency': oneOf('BRL'),
  /** The latest date that makes sense, which no schema can say. */
  'x-latest': oneOf('today'),
};

/** Where a keyword holds further schemas: one, a list, or a map by name. */
export const subschemaKeywords = {
  one: [
    'not',
    'if',
    'then',
    'else',
    'items',
    'contains',
    'propertyNames',
    'additionalProperties',
    'unevaluatedProperties',
    'unevaluatedItems',
  ],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  map: ['properties', 'patternProperties', 'dependentSchemas', '$defs'],
} as const;

/** Those that speak of the same place as the schema that they stand in. */
export const samePlaceKeywords = {
  one: ['not', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf'],
  map: ['dependentSchemas'],
} as const;

const plainKeywords = `$ref $comment type enum const format
  minLength maxLength pattern
  minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  minItems maxItems uniqueItems minContains maxContains
  required minProperties maxProperties dependentRequired
  title description default examples deprecated readOnly writeOnly`.split(/\s+/);

/** What a form may say. Absent of the standard: whatever names or loads other documents, and dynamic references. */
export const knownKeywords: ReadonlySet<string> = new Set([
  ...plainKeywords,
  ...subschemaKeywords.one,
  ...subschemaKeywords.list,
  ...subschemaKeywords.map,
  ...Object.keys(annotations),
]);
/** Beside these, at the root alone. */
export const rootKeywords: ReadonlySet<string> = new Set(['$schema', '$id']);
