import { getIntrospectionQuery } from 'graphql';
import type { RawSocket } from '../realtime/raw-socket.js';

/** Something hostile, for both doors, and how each refuses it. */
export interface Attack {
  readonly name: string;
  /** The body of a POST. */
  readonly body: string;
  readonly refusedOverHttp: string;
  /** A message of a client that has been let in. */
  readonly message: string;
  readonly refusedOverWebSocket: string;
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** `fields`: of an occurrence. */
function attack(name: string, code: string, fields: string, fragments = ''): Attack {
  return ofDocuments(name, code, {
    query: `{ occurrences { nodes { ${fields} } } } ${fragments}`,
    subscription: `subscription { queueUpdates { occurrence { ${fields} } } } ${fragments}`,
  });
}

const subscribe = (payload: unknown): string => JSON.stringify({ type: 'subscribe', id: 'attack', payload });

const ofDocuments = (name: string, code: string, text: { query: string; subscription: string }): Attack => ({
  name,
  body: JSON.stringify({ query: text.query }),
  refusedOverHttp: `400 ${code}`,
  message: subscribe({ query: text.subscription }),
  refusedOverWebSocket: code,
});

const invalid = 'GRAPHQL_VALIDATION_FAILED';
const tooLong = 'GRAPHQL_PARSE_FAILED';
const everything = 'id version description createdAt status { id } type { id } beneficiary { id } requester { id }';
const megabyte = JSON.stringify({ query: `{ occurrences { nodes { ${'id '.repeat(350_000)} } } }` });

export const attacks: readonly Attack[] = [
  attack('60 levels', invalid, `beneficiary ${'{ holder '.repeat(57)} { id } ${'}'.repeat(57)}`),
  attack(
    '1,000 aliases',
    invalid,
    times(1_000, (i) => `a${i}: id`),
  ),
  attack(
    '2,000 aliases',
    tooLong,
    times(2_000, (i) => `a${i}: id`),
  ),
  attack('500 directives', invalid, `id ${'@include(if: true) '.repeat(500)}`),
  attack('10,000 directives', tooLong, `id ${'@a '.repeat(10_000)}`),
  attack(
    'fragments in a circle',
    invalid,
    '...A',
    'fragment A on Occurrence { ...B } fragment B on Occurrence { ...A }',
  ),
  attack(
    'fragments that double each other',
    invalid,
    '...F0',
    times(
      24,
      (i) => `fragment F${i} on Occurrence { a: beneficiary { occurrence${i}: id } ...F${i + 1} ...F${i + 1} }`,
    ) + ' fragment F24 on Occurrence { id }',
  ),
  attack(
    '100 fragments beside each other',
    invalid,
    times(100, (i) => `...F${i}`),
    times(100, (i) => `fragment F${i} on Occurrence { ${everything} }`),
  ),
  attack('the same field 900 times', invalid, 'beneficiary { id } '.repeat(900)),
  attack(
    'lists in lists in lists',
    'BAD_USER_INPUT',
    `beneficiary ${'{ dependants '.repeat(6)} { id } ${'}'.repeat(6)}`,
  ),
  ofDocuments('introspection', invalid, {
    query: getIntrospectionQuery(),
    subscription: 'subscription { __schema { types { name fields { name } } } }',
  }),
  {
    name: 'a batch',
    body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ viewer { id } }' }))),
    refusedOverHttp: '400 BAD_REQUEST',
    message: subscribe(Array.from({ length: 100 }, () => ({ query: 'subscription { queueUpdates { cursor } }' }))),
    refusedOverWebSocket: 'closed with 4400',
  },
  {
    name: 'a megabyte',
    body: megabyte,
    refusedOverHttp: '413 BAD_REQUEST',
    message: subscribe({ query: `subscription ${megabyte}` }),
    refusedOverWebSocket: 'closed with 1009',
  },
];

const codeOf = (errors: readonly { extensions?: { code?: string } }[] | undefined) => errors?.[0]?.extensions?.code;

/** How it is refused over HTTP. */
export async function overHttp(url: string, token: string | null, { body }: Attack): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body,
  });
  const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  if (answer.data) return 'answered';
  return `${response.status} ${codeOf(answer.errors)}`;
}

/** How it is refused over a WebSocket that is open and let in. */
export async function overWebSocket(socket: RawSocket, { message }: Attack): Promise<string> {
  socket.send(message);
  try {
    const { type, payload } = await socket.next();
    return type === 'error' ? String(codeOf(payload)) : `answered with ${type}`;
  } catch {
    return `closed with ${(await socket.closed).code}`;
  }
}
