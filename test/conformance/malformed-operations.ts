import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { misfits, type Roll, strings, valueFor } from './malformed-values.js';

type Field = GraphQLField<unknown, unknown>;

/** What is asked of a result: its plain fields, and one level further down. */
function selectionOf(field: Field, depth = 0): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter((one) => one.args.length === 0 && (isLeafType(getNamedType(one.type)) || depth < 2))
    .map((one) => `${one.name} ${selectionOf(one, depth + 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

function operationOf(kind: string, field: Field): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind} ${variables && `(${variables})`} { ${field.name} ${given && `(${given})`} ${selectionOf(field)} }`;
}

/** A field of a root type, of which operations are made. */
export interface Target {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: Field;
}

export interface MalformedOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Every operation of the schema: a new one, or a new argument, is tried by itself. */
export function targetsOf(schema: GraphQLSchema): Target[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field })));
}

export const inVariables = ({ kind, field }: Target, ids: readonly string[], roll: Roll): MalformedOperation => ({
  query: operationOf(kind, field),
  variables: Object.fromEntries(field.args.map(({ name, type }) => [name, valueFor(type, ids, roll)])),
});

export function inDocument({ kind, field }: Target, ids: readonly string[], roll: Roll): MalformedOperation {
  const given = field.args.map(({ name, type }) => `${name}: ${literalOf(valueFor(type, ids, roll), type)}`).join(', ');
  return { query: `${kind} { ${field.name} ${given && `(${given})`} ${selectionOf(field)} }`, variables: {} };
}

function literalOf(value: unknown, type: GraphQLInputType | null): string {
  if (type && isNonNullType(type)) return literalOf(value, type.ofType);
  if (Array.isArray(value)) {
    const inner = type && isListType(type) ? type.ofType : null;
    return `[${value.map((item) => literalOf(item, inner)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = type && isInputObjectType(type) ? type.getFields() : {};
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${literalOf(item, fields[key]?.type ?? null)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return type && isEnumType(type) && typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** The body of a request of which one part or another is of the wrong shape. */
export function misshapen(query: string, roll: Roll): string {
  const odd = () => {
    const pool = [...misfits, ...strings, 7, { query }, [query], { __proto__: null, length: 1 }];
    return JSON.stringify(pool[roll(pool.length)]);
  };
  const parts = Object.entries({
    query: JSON.stringify(query),
    variables: '{}',
    operationName: 'null',
    extensions: '{}',
  })
    .filter(([name]) => name === 'query' || roll(2) === 0)
    .map(([name, text]) => `${JSON.stringify(name)}:${roll(3) === 0 ? odd() : text}`);
  const extra = ['__proto__', 'constructor', 'prototype', 'toString', 'id', 'query'];
  if (roll(3) === 0) parts.push(`${JSON.stringify(extra[roll(extra.length)])}:${odd()}`);
  const body = `{${parts.join(',')}}`;
  return [body, body, body, `[${body}]`, odd(), `${body}${odd()}`][roll(6)]!;
}

/** The bytes with some of them changed, and sometimes cut off. */
export function damaged(text: string, roll: Roll): Buffer {
  const bytes = Buffer.from(text);
  for (let change = 0; change <= roll(6); change++) bytes[roll(bytes.length)] = roll(256);
  return bytes.subarray(0, roll(4) === 0 ? roll(bytes.length) : bytes.length);
}
