import { connect } from 'node:net';
import { Agent, get } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { KeysUnavailable } from '../../src/platform/auth/remote-keys.js';
import { unauthenticated } from '../../src/platform/graphql/errors.js';
import { Readiness } from '../../src/platform/http/readiness.js';
import { leastCpuMs } from './cpu-time.js';
import { type Host, startHost } from './http-host.js';

/** The error of an answer that holds nothing else. */
function onlyError(answer: { body: any }): { code: string; message: string } {
  expect(answer.body.errors).toHaveLength(1);
  const { message, extensions } = answer.body.errors[0];
  return { code: extensions.code, message };
}

/** Bytes as they are, for what no HTTP client would send. */
function raw(host: Host, text: string): Promise<string> {
  const { hostname, port } = new URL(host.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

describe('a request that GraphQL cannot take', () => {
  it.each([
    ['JSON that ends too soon', '{"query":', 'application/json', 400, 'BAD_REQUEST'],
    ['nothing', '', 'application/json', 400, 'BAD_REQUEST'],
    ['an empty object', '{}', 'application/json', 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{ hello }"}]', 'application/json', 400, 'BAD_REQUEST'],
    ['prototype keys', '{"query":"{ hello }","__proto__":{"a":1}}', 'application/json', 400, 'BAD_REQUEST'],
    ['a query that is no text', '{"query":{"a":1}}', 'application/json', 400, 'BAD_REQUEST'],
    ['variables that are text', '{"query":"{ hello }","variables":"{}"}', 'application/json', 400, 'BAD_REQUEST'],
    ['plain text', '{"query":"{ hello }"}', 'text/plain', 415, 'BAD_REQUEST'],
    ['a web form', 'query={hello}', 'application/x-www-form-urlencoded', 415, 'BAD_REQUEST'],
    ['XML', '<a/>', 'application/xml', 415, 'BAD_REQUEST'],
    ['a syntax error', '{"query":"{ hello"}', 'application/json', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ nothing }"}', 'application/json', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a persisted query',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"a"}}}',
      'application/json',
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    [
      'no operation of that name',
      '{"query":"query A { hello }","operationName":"B"}',
      'application/json',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of another type',
      '{"query":"query ($a: Int) { occurrences(first: $a) { nodes { id } } }","variables":{"a":"x"}}',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a variable that is missing',
      '{"query":"mutation ($a: String!) { rename(name: $a) }"}',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'null for an argument, in spite of a default',
      '{"query":"mutation ($a: String = \\"x\\") { rename(name: $a) }","variables":{"a":null}}',
      'application/json',
      200,
      'BAD_USER_INPUT',
    ],
    [
      'null for a directive, in spite of its default',
      '{"query":"query ($on: Boolean = true) { hello @include(if: $on) }","variables":{"on":null}}',
      'application/json',
      200,
      'BAD_USER_INPUT',
    ],
    [
      'a subscription whose root field is there on a condition',
      '{"query":"subscription ($on: Boolean = true) { updates @include(if: $on) { id } }"}',
      'application/json',
      400,
      'BAD_REQUEST',
    ],
    [
      'a subscription whose root field is never there',
      '{"query":"subscription { updates @skip(if: true) { id } }"}',
      'application/json',
      400,
      'BAD_REQUEST',
    ],
    [
      'a NUL character',
      '{"query":"query ($a: String) { hello(name: $a) }","variables":{"a":"\\u0000"}}',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'half a surrogate pair',
      '{"query":"query ($a: String) { hello(name: $a) }","variables":{"a":"\\ud800"}}',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'half a surrogate pair in the document',
      '{"query":"{ hello(name: \\"\\ud800\\") }"}',
      'application/json',
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
  ])('is told so by status and code: %s', async (_, body, contentType, status, code) => {
    await using host = await startHost();
    const answer = await host.post(body, { 'content-type': contentType });
    expect([answer.status, onlyError(answer).code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|at .*\.[jt]s/i);
  });

  it('is told so by GET as well', async () => {
    await using host = await startHost();
    const ask = async (search: string, headers: Record<string, string> = { 'apollo-require-preflight': '1' }) => {
      const response = await fetch(`${host.url}/graphql?${search}`, { headers });
      return [response.status, response.headers.get('allow'), await response.json()];
    };
    const query = encodeURIComponent('mutation { rename(name: "x") }');
    expect(await ask('query={hello}')).toEqual([200, null, { data: { hello: null } }]);
    expect(await ask(`query=${query}`)).toMatchObject([
      405,
      'POST',
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
    expect(await ask('query={hello}', {})).toMatchObject([
      400,
      null,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
    expect(await ask('query={hello}&variables=x')).toMatchObject([400, null, {}]);
  });

  it('is told so where the address leads nowhere, or is none', async () => {
    await using host = await startHost();
    const answer = await fetch(`${host.url}/nowhere`);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
    expect(await raw(host, 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*"code":"BAD_REQUEST"/,
    );
    expect(await raw(host, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('is told so where it is a megabyte long', async () => {
    await using host = await startHost();
    const answer = await host.post({ query: `{ ${'hello '.repeat(170_000)} }` });
    expect([answer.status, onlyError(answer)]).toEqual([
      413,
      { code: 'BAD_REQUEST', message: 'The request is too large.' },
    ]);
  });

  it('is cut off where it comes drop by drop', async () => {
    await using host = await startHost({ bodyWithinMs: 50 });
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{';
    const answer = await raw(host, head);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('The request took too long to arrive.');
  });
});

describe('an operation that takes up too much', () => {
  const nested = `${'{ occurrence '.repeat(1)}${'{ parent '.repeat(58)}{ id }${' }'.repeat(59)}`;
  const aliases = (count: number) =>
    `{ occurrence { ${Array.from({ length: count }, (_, i) => `a${i}: id`).join(' ')} } }`;
  const attacks: [string, string, number, string][] = [
    ['60 levels', nested, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['2,000 aliases', aliases(2_000), 400, 'GRAPHQL_PARSE_FAILED'],
    ['1,000 aliases', aliases(1_000), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['10,000 directives', `{ hello ${'@include(if: true) '.repeat(10_000)} }`, 400, 'GRAPHQL_PARSE_FAILED'],
    ['500 directives', `{ hello ${'@include(if: true) '.repeat(500)} }`, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'long pages in long pages',
      '{ occurrences(first: 100) { nodes { history(first: 100) { nodes { history(last: 100) { nodes { id } } } } } } }',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'types of types of types',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ];

  it('is refused within 50 ms, whatever it is made of', async () => {
    await using host = await startHost();
    await host.post({ query: '{ hello }' });
    for (const [name, query, status, code] of attacks) {
      const milliseconds = await leastCpuMs(async () => {
        const answer = await host.post({ query });
        expect([name, answer.status, answer.body.errors[0].extensions.code]).toEqual([name, status, code]);
        expect(answer.body.data).toBeUndefined();
      });
      expect(milliseconds, name).toBeLessThan(50);
    }
  });

  it('is told what it costs and what it may', async () => {
    await using host = await startHost();
    const answer = await host.post({
      query:
        'query ($n: Int) { occurrences(first: $n) { nodes { history(first: $n) { nodes { history(last: $n) { nodes { id } } } } } } }',
      variables: { n: 100 },
    });
    expect(onlyError(answer).message).toContain('The operation costs 2020201, and 200000 are allowed');
  });
});

describe('the schema', () => {
  const introspection = { query: '{ __schema { queryType { name } } }' };

  it('can be looked at where that is allowed', async () => {
    await using host = await startHost({ introspection: true });
    expect((await host.post(introspection)).body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  it('cannot be looked at in production, and errors suggest no names of it', async () => {
    await using host = await startHost({ introspection: false });
    const answer = await host.post(introspection);
    expect([answer.status, onlyError(answer).code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(JSON.stringify((await host.post({ query: '{ helo }' })).body)).not.toContain('hello');
  });
});

describe('who asks', () => {
  it('is refused with 401 by a token that proves nothing, even for __typename', async () => {
    await using host = await startHost({ contextFor: () => Promise.reject(unauthenticated()) });
    const answer = await host.post({ query: '{ __typename }' }, { authorization: 'Bearer x' });
    expect([answer.status, answer.headers.get('www-authenticate'), onlyError(answer).code]).toEqual([
      401,
      'Bearer error="invalid_token"',
      'UNAUTHENTICATED',
    ]);
  });

  it.each([
    ['the keys of the provider', new KeysUnavailable('the keys of the provider cannot be read')],
    ['the database', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
  ])('cannot be told, and is told to try again, while out of reach are %s', async (_, error) => {
    await using host = await startHost({ contextFor: () => Promise.reject(error) });
    const answer = await host.post({ query: '{ __typename }' });
    expect([answer.status, onlyError(answer)]).toEqual([
      503,
      { code: 'SERVICE_UNAVAILABLE', message: 'The service is busy or restarting; try again.' },
    ]);
  });
});

describe('a surprise', () => {
  it('is told by an id that the log has too, and by nothing else', async () => {
    await using host = await startHost({
      rootValue: { hello: () => Promise.reject(new Error('select secret from person where cpf = 529')) },
    });
    const answer = await host.post({ query: '{ hello }' });
    const { id, ...rest } = answer.body.errors[0].extensions;
    expect([answer.status, rest, answer.body.errors[0].message]).toEqual([
      200,
      { code: 'INTERNAL_SERVER_ERROR' },
      'Something unexpected went wrong.',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('select');
    expect(host.logged.join()).toContain(id);
  });

  it('of a database that is gone is told as 503, where nothing of the answer is left', async () => {
    await using host = await startHost({
      rootValue: { hello: () => Promise.reject(new Error('Connection terminated unexpectedly')) },
    });
    const answer = await host.post({ query: '{ hello }' });
    expect([answer.status, onlyError(answer).code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  });

  it('before GraphQL is told by an id as well', async () => {
    await using host = await startHost({ contextFor: () => Promise.reject(new Error('password of the pool')) });
    const answer = await host.post({ query: '{ hello }' });
    expect([answer.status, onlyError(answer)]).toEqual([
      500,
      { code: 'INTERNAL_SERVER_ERROR', message: 'Something unexpected went wrong.' },
    ]);
    expect(host.logged.join()).toContain(answer.body.errors[0].extensions.id);
  });
});

describe('health', () => {
  const statusOf = async (host: Host, path: string) => (await fetch(host.url + path)).status;

  it('is alive without a database, and ready with one alone', async () => {
    let reachable = true;
    const readiness = new Readiness(async () => {
      if (!reachable) throw new Error('gone');
    });
    await using host = await startHost({ readiness });
    expect([await statusOf(host, '/healthz'), await statusOf(host, '/readyz')]).toEqual([200, 200]);
    reachable = false;
    expect([await statusOf(host, '/healthz'), await statusOf(host, '/readyz')]).toEqual([200, 503]);
    reachable = true;
    expect(await statusOf(host, '/readyz')).toBe(200);
  });

  it('is not ready while it drains', async () => {
    const readiness = new Readiness();
    await using host = await startHost({ readiness });
    readiness.drain();
    expect([await statusOf(host, '/healthz'), await statusOf(host, '/readyz')]).toEqual([200, 503]);
  });

  it('is measured without anything of a person', async () => {
    await using host = await startHost();
    await host.post({ query: 'query ($a: String) { hello(name: $a) }', variables: { a: '529.982.247-25' } });
    await fetch(`${host.url}/ana.souza?cpf=52998224725`);
    const metrics = await (await fetch(`${host.url}/metrics`)).text();
    expect(metrics).toContain('http_request_duration_seconds_count{route="/graphql",method="POST",status="200"} 1');
    expect(metrics).toContain('http_request_duration_seconds_count{route="none",method="GET",status="404"} 1');
    expect(metrics).not.toMatch(/529\.982|52998224725|ana\.souza/);
  });
});

describe('browsers of other origins', () => {
  it('may ask, and put files, where their origin is named', async () => {
    await using host = await startHost({ corsOrigins: ['https://app.example.org'] });
    const preflight = async (origin: string) => {
      const headers = {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      };
      const response = await fetch(`${host.url}/graphql`, { method: 'OPTIONS', headers });
      return [
        response.headers.get('access-control-allow-origin'),
        response.headers.get('access-control-allow-methods'),
      ];
    };
    expect(await preflight('https://app.example.org')).toEqual(['https://app.example.org', 'GET, HEAD, POST, PUT']);
    expect((await preflight('https://other.example.org'))[0]).toBeNull();
  });

  it('may read how much they have left', async () => {
    await using host = await startHost({ corsOrigins: ['https://app.example.org'] });
    const { headers } = await host.post({ query: '{ hello }' }, { origin: 'https://app.example.org' });
    expect(headers.get('access-control-expose-headers')).toBe('ratelimit-policy, ratelimit, retry-after');
  });
});

describe('a stop', () => {
  it('lets requests finish, closes connections that are kept, and is done in time', async () => {
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<string>();
    const host = await startHost({
      rootValue: {
        hello: () => {
          asked.resolve();
          return answered.promise;
        },
      },
    });
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      get(`${host.url}/healthz`, { agent }, (response) => response.resume().on('end', resolve));
    });
    const answer = host.post({ query: '{ hello }' });
    await asked.promise;
    const start = performance.now();
    const stopped = host[Symbol.asyncDispose]();
    await vi.waitFor(() => expect(host.server.server.listening).toBe(false));
    answered.resolve('done');
    expect((await answer).body).toEqual({ data: { hello: 'done' } });
    await stopped;
    expect(performance.now() - start).toBeLessThan(2_000);
    await expect(fetch(`${host.url}/healthz`)).rejects.toThrow('fetch failed');
    agent.destroy();
  });
});
