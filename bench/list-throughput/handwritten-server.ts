import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Pool } from 'pg';
import { remembering } from '../../src/platform/auth/remembered-tokens.js';
import { encodePosition } from '../../src/platform/events/cursor.js';
import { encodeCursor } from '../../src/platform/graphql/connection.js';
import { systemClock } from '../../src/shared/clock.js';
import { answerQuestions } from '../load/worker.js';

// The queue as somebody would write it who needs nothing else: one query, array rows, text put together by hand. The
// checks are the product's: the token's signature and role, one snapshot, row-level security by the token's operator.

interface Settings {
  readonly databaseUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly operators: Readonly<Record<string, string>>;
}

interface Asked {
  readonly variables: { readonly first: number };
}

const settings = JSON.parse(process.argv[2]!) as Settings;
const keys = createRemoteJWKSet(new URL(settings.jwksUrl));
const pool = new Pool({ connectionString: settings.databaseUrl, max: 10 });
const readers = new Set(['ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR']);

const page = {
  name: 'page',
  rowMode: 'array',
  text: `select o.id, o.protocol_number, o.version, o.created_at, t.key, t.name, s.key, s.internal_description, s.color,
                b.name, a.name
           from occurrence o
           join occurrence_type t on t.operator_id = o.operator_id and t.id = o.type_id
           join status s on s.operator_id = o.operator_id and s.id = o.status_id
           join beneficiary b on b.operator_id = o.operator_id and b.id = o.beneficiary_id
           left join staff a on a.operator_id = o.operator_id and a.id = o.attendant_id
          where o.operator_id = $1 and o.closed_at is null
          order by o.created_at desc, o.id desc limit $2`,
} as const;

const totals = {
  name: 'totals',
  rowMode: 'array',
  text: `select (select count(*) from occurrence where operator_id = $1 and closed_at is null), last_sequence, last_event_id
           from operator_log where operator_id = $1`,
} as const;

type Row = [string, string, number, Date, string, string, string, string, string, string, string | null];

/** A signature is checked once in five seconds, as the product does it. */
const payloadOf = remembering(async (token) => {
  const { issuer, audience } = settings;
  return (await jwtVerify(token, keys, { issuer, audience })).payload;
}, systemClock);

/** Undefined where the token may not read the queue. */
async function operatorOf(request: IncomingMessage): Promise<string | undefined> {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const payload = await payloadOf(token);
  const roles = payload.roles as string[];
  return roles.some((role) => readers.has(role)) ? settings.operators[payload.operator as string] : undefined;
}

async function queue(operator: string, first: number): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query(
      `begin isolation level repeatable read read only; select set_config('app.operator', '${operator}', true)`,
    );
    const { rows } = await client.query<Row>({ ...page, values: [operator, first + 1] });
    const { rows: all } = await client.query<[string, string, string]>({ ...totals, values: [operator] });
    await client.query('commit');
    const [count, sequence, eventId] = all[0]!;
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const end = last ? `"${encodeCursor('NEWEST', [last[3].toISOString(), last[0]])}"` : 'null';
    const cursor = encodePosition({ sequence: Number(sequence), eventId });
    const info = `{"hasNextPage":${rows.length > first},"endCursor":${end}}`;
    const nodes = shown.map(written).join(',');
    return `{"data":{"occurrences":{"totalCount":${count},"streamCursor":"${cursor}","pageInfo":${info},"nodes":[${nodes}]}}}\n`;
  } finally {
    client.release();
  }
}

const text = (value: string): string => JSON.stringify(value);

const written = ([id, number, version, at, typeKey, type, key, inside, color, member, attendant]: Row): string =>
  `{"id":"${id}","protocolNumber":${text(number)},"version":${version},"createdAt":"${at.toISOString()}",` +
  `"type":{"key":"${typeKey}","name":${text(type)}},` +
  `"status":{"key":"${key}","internalDescription":${text(inside)},"color":"${color}"},` +
  `"beneficiary":{"name":${text(member)}},"attendant":${attendant === null ? 'null' : `{"name":${text(attendant)}}`}}`;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const answer = async () => {
      const operator = await operatorOf(request);
      if (operator === undefined) return response.writeHead(403).end();
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
      const body = await queue(operator, variables.first);
      return response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
    };
    answer().catch(() => response.writeHead(500).end());
  });
});

answerQuestions<null, number>(async () => {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
});
