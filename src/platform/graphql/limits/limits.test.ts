import { buildSchema, getIntrospectionQuery, type GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf, createOperationGuards, operationLimits } from './index.js';

const schema = buildSchema(`
  type Query { named: Named  item: Item  items(first: Int, last: Int): Items  word(text: String, json: JSON): String }
  scalar JSON
  interface Named { name: String }
  type Item implements Named { name: String  item: Item  tags: [Tag!]!  items(first: Int): Items  stretches(first: Int): [Tag!]! }
  type Tag implements Named { name: String }
  type Items { edges: [Edge!]!  nodes: [Item!]!  total: Int }
  type Edge { node: Item!  cursor: String }
`);
const guards = createOperationGuards();
const faultOf = (query: string): string | null => {
  try {
    guards.parse(query);
    return null;
  } catch (error) {
    expect((error as GraphQLError).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    return (error as GraphQLError).message;
  }
};
const nested = (depth: number) => `${'{ item '.repeat(depth - 1)}{ name }${' }'.repeat(depth - 1)}`;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('the size of an operation', () => {
  it('may be what explorers ask of the schema', () => {
    expect(faultOf(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true }))).toBeNull();
  });

  it('may be 15 levels deep and no more', () => {
    expect(faultOf(nested(15))).toBeNull();
    expect(faultOf(nested(16))).toBe('The operation is too large: 16 levels deep, and 15 are allowed.');
  });

  it('counts levels through fragments', () => {
    const query = `{ ...A } fragment A on Query { item { ...B } } fragment B on Item ${nested(15)}`;
    expect(faultOf(query)).toBe('The operation is too large: 16 levels deep, and 15 are allowed.');
  });

  it('may have 100 aliases, wherever they stand', () => {
    const query = (count: number) => `{ item { ${times(count, (i) => `a${i}: name`)} } }`;
    expect(faultOf(query(100))).toBeNull();
    expect(faultOf(query(101))).toBe('The operation is too large: 101 aliases, and 100 are allowed.');
  });

  it('counts aliases of a fragment as often as it is spread', () => {
    const spread = `{ ${times(11, (i) => `a${i}: item { ...Ten }`)} }`;
    const query = `${spread} fragment Ten on Item { ${times(10, (i) => `b${i}: name`)} }`;
    expect(faultOf(query)).toBe('The operation is too large: 121 aliases, and 100 are allowed.');
  });

  it('may have 50 directives, those of the operation itself among them', () => {
    const query = (count: number) => `{ ${times(count, () => '... @include(if: true) { item { name } }')} }`;
    expect(faultOf(query(51))).toBe('The operation is too large: 51 directives, and 50 are allowed.');
    expect(faultOf(`query ${'@skip(if: false) '.repeat(51)} { item { name } }`)).toBe(
      'The operation is too large: 51 directives, and 50 are allowed.',
    );
  });

  it('may have 20 fields at the root', () => {
    const query = (count: number) => `{ ${times(count, (i) => `a${i}: word`)} }`;
    expect(faultOf(query(20))).toBeNull();
    expect(faultOf(query(21))).toBe('The operation is too large: 21 fields at the root, and 20 are allowed.');
  });

  it('may spread 50 fragments, wherever', () => {
    const query = (count: number) =>
      `{ ${times(10, () => '...F')} item { ${times(count - 10, () => '... { ...G }')} } }
        fragment F on Query { word } fragment G on Item { name }`;
    expect(faultOf(query(50))).toBeNull();
    expect(faultOf(query(51))).toBe('The operation is too large: 51 fragments spread, and 50 are allowed.');
  });

  it('may ask for 100 fields that stand in their selection already, and not in another', () => {
    const query = (count: number) => `{ item { name ${times(count, () => '... { name }')} item { name } } }`;
    expect(faultOf(query(100))).toBeNull();
    expect(faultOf(query(101))).toBe('The operation is too large: 101 fields asked for again, and 100 are allowed.');
    expect(faultOf(`{ ${times(15, (i) => `a${i}: item { ${times(8, () => 'name')} }`)} }`)).toBe(
      'The operation is too large: 105 fields asked for again, and 100 are allowed.',
    );
  });

  it('is measured in no time where fragments double each other a hundred times over', () => {
    const doubling = times(100, (i) => `fragment F${i} on Item { a: item { ...F${i + 1} } b: item { ...F${i + 1} } }`);
    const query = `{ item { ...F0 } } ${doubling} fragment F100 on Item { name }`;
    expect(faultOf(query)).toBe('The operation is too large: 102 levels deep, and 15 are allowed.');
  });

  it('is measured in spite of fragments that go around in a circle', () => {
    expect(faultOf('{ item { ...A } } fragment A on Item { item { ...B } } fragment B on Item { ...A }')).toBeNull();
  });

  it('stops at 4,000 words and signs', () => {
    expect(() => guards.parse(`{ ${'item '.repeat(operationLimits.tokens)} }`)).toThrow('4000 tokens');
  });
});

describe('the cost of an operation', () => {
  const cost = (query: string, variables?: Record<string, unknown>, operationName?: string) =>
    costOf({ schema, document: parse(query), variables, operationName });

  it('is one for each field', () => {
    expect(cost('{ word item { name item { name } } }')).toBe(5);
  });

  it('multiplies what a connection holds by the length of its page', () => {
    expect(cost('{ items(first: 7) { nodes { name } } }')).toBe(1 + 7 * 2);
    expect(cost('{ items(last: 7) { edges { cursor node { name } } } }')).toBe(1 + 7 * (2 + 2));
  });

  it('takes 20 for a page without a length, and 10 for another list', () => {
    expect(cost('{ items { nodes { name } total } }')).toBe(1 + 20 * 2 + 1);
    expect(cost('{ item { tags { name } } }')).toBe(1 + 10 * 2);
  });

  it('takes a list that can be asked for by its length for as long as that, and what stands in it for no page', () => {
    expect(cost('{ item { stretches(first: 7) { name } } }')).toBe(1 + 7 * 2);
    expect(cost('{ item { stretches { name } } }')).toBe(1 + 20 * 2);
    expect(cost('{ items(first: 3) { nodes { stretches(first: 100) { name } } } }')).toBe(1 + 3 * (1 + 100 * 2));
  });

  it('multiplies connections within each other', () => {
    const query = '{ items(first: 100) { nodes { items(first: 100) { nodes { name } } } } }';
    expect(cost(query)).toBe(1 + 100 * (1 + 1 + 100 * 2));
  });

  it('reads lengths from variables and their defaults, and takes what is no length for the longest', () => {
    const query = 'query ($n: Int = 3) { items(first: $n) { nodes { name } } }';
    expect(cost(query, { n: 5 })).toBe(1 + 5 * 2);
    expect(cost(query)).toBe(1 + 3 * 2);
    expect(cost(query, { n: null })).toBe(1 + 20 * 2);
    for (const n of [-1, 0, 101, 1e9, 'x', {}, Number.NaN]) expect(cost(query, { n })).toBe(1 + 100 * 2);
  });

  it('looks into fragments, named or not, and keeps the page of the connection around them', () => {
    const query = `{ items(first: 4) { ...Page ... on Items { edges { cursor } } } }
      fragment Page on Items { nodes { ...Word } } fragment Word on Named { name }`;
    expect(cost(query)).toBe(1 + 4 * 2 + 4 * 2);
  });

  it('of what is asked of several types is that of the most, together with what is asked of all', () => {
    const tag = '... on Tag { a: name b: name }';
    expect(cost(`{ named { name ... on Item { name } ${tag} } }`)).toBe(1 + 1 + 2);
    expect(cost(`{ named { ...N ${tag} } } fragment N on Named { name ${tag} ${tag} }`)).toBe(1 + (1 + 4) + 2);
    expect(cost('{ item { ... on Item { name } ... on Item { name } } }')).toBe(1 + 2);
  });

  it('is that of the operation which is named, and nothing where none is', () => {
    const query = 'query A { word } query B { word item { name } }';
    expect(cost(query, {}, 'B')).toBe(3);
    expect(cost(query)).toBe(0);
  });

  it('above 200,000 is refused, with both numbers', () => {
    const query =
      '{ items(first: 100) { nodes { items(first: 100) { nodes { items(first: 100) { nodes { name } } } } } } }';
    expect(guards.check({ schema, document: parse(query) })).toMatchObject({
      message: 'The operation costs 2020201, and 200000 are allowed: ask for shorter pages, or for less in each.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('texts of an operation', () => {
  const check = (variables: Record<string, unknown>, query = '{ word }') =>
    guards.check({ schema, document: parse(query), variables })?.message ?? null;

  it('may be anything that Unicode holds', () => {
    expect(check({ a: 'Ação 🚑\n\t', b: [{ c: 'é' }], d: null, e: 1, f: true })).toBeNull();
  });

  it.each(['\0', 'a\0b', '\ud800', '\udc00x', 'x\ud83d'])('are refused with %j, in values and in names', (text) => {
    const value = 'A variable holds a NUL character or half a surrogate pair, which no text may.';
    expect(check({ a: text })).toBe(value);
    expect(check({ a: { b: [1, { c: text }] } })).toBe(value);
    expect(check({ a: { [text]: 1 } })).toBe(
      'The name of a property in the variables holds a NUL character or half a surrogate pair, which no text may.',
    );
  });

  it('are refused with NUL in the document itself', () => {
    expect(check({}, String.raw`{ word(text: "a\u0000") }`)).toBe(
      'A text in the document holds a NUL character or half a surrogate pair, which no text may.',
    );
    expect(check({}, String.raw`{ word(json: { a: ["\u{0}"] }) }`)).not.toBeNull();
  });

  it('are looked for 50 levels deep and not deeper, however deep they are nested', () => {
    const nestedList = (depth: number) => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`) as unknown;
    expect(check({ a: nestedList(50) })).toBeNull();
    expect(check({ a: nestedList(51) })).toBe('Variables may be nested 50 levels deep.');
    expect(check({ a: nestedList(100_000) })).toBe('Variables may be nested 50 levels deep.');
  });
});
