import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../kit/app.js';
import { leastCpuMs } from './cpu-time.js';

let app: TestApp;
let streams: Client;
beforeAll(async () => {
  app = await startTestApp();
  streams = (await app.client('attendant')).streams();
});
afterAll(async () => {
  await streams.dispose();
  await app[Symbol.asyncDispose]();
});

/** The code of the error that an operation ends with. */
async function codeOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const codes = (errors: readonly { extensions?: Record<string, unknown> }[] = []) => errors[0]?.extensions?.code;
  return new Promise((resolve, reject) => {
    streams.subscribe<unknown>(
      { query, variables },
      {
        next: (result: ExecutionResult) => resolve(result.errors ? codes(result.errors as never) : 'DATA'),
        error: (error) => (Array.isArray(error) ? resolve(codes(error as never)) : reject(error as Error)),
        complete: () => undefined,
      },
    );
  });
}

const follow = (selection: string) => `subscription { queueUpdates { ${selection} } }`;
const within = (field: string, times: number) =>
  `occurrence { beneficiary { ${`${field} { `.repeat(times)} id ${'} '.repeat(times)} } }`;

describe('a subscription that takes up too much', () => {
  it.each<[string, string, string]>([
    ['60 levels', follow(within('holder', 57)), 'GRAPHQL_VALIDATION_FAILED'],
    [
      '1,000 aliases',
      follow(Array.from({ length: 1_000 }, (_, i) => `a${i}: cursor`).join(' ')),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '2,000 aliases',
      follow(Array.from({ length: 2_000 }, (_, i) => `a${i}: cursor`).join(' ')),
      'GRAPHQL_PARSE_FAILED',
    ],
    ['500 directives', follow(`cursor ${'@include(if: true) '.repeat(500)}`), 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments in a circle',
      `subscription { queueUpdates { ...A } } fragment A on OccurrenceUpdate { ...B }
        fragment B on OccurrenceUpdate { ...A }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['lists in lists in lists', follow(within('dependants', 6)), 'BAD_USER_INPUT'],
    ['a query', '{ __typename }', 'BAD_REQUEST'],
  ])('is refused within 50 ms over WebSocket as over HTTP: %s', async (_, query, code) => {
    const milliseconds = await leastCpuMs(async () => expect(await codeOf(query)).toBe(code));
    expect(milliseconds).toBeLessThan(50);
  });

  it('is refused for a NUL character or half a surrogate pair', async () => {
    const query = 'subscription ($after: String) { queueUpdates(after: $after) { cursor } }';
    expect(await codeOf(query, { after: '\0' })).toBe('BAD_USER_INPUT');
    expect(await codeOf(query, { after: '\ud800' })).toBe('BAD_USER_INPUT');
  });
});
