import { isIP } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DevelopmentPerson, developmentPeople } from '../auth/development-people.js';
import { HttpRefusal } from './bad-request.js';
import { graphiqlAssets } from './graphiql-assets.js';
import { pageOf } from './graphiql-page.js';

export interface GraphiQLOptions {
  /** Makes tokens of the demo operators' people; null where there are no development keys. */
  readonly issueToken: ((person: DevelopmentPerson) => Promise<string>) | null;
  /** Where the product is reached from outside. */
  readonly links: { readonly publicUrl: string };
}

/** Nothing from elsewhere; styles inline, which the editor makes as it goes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An explorer that needs no network but this server, and in development tokens for it. */
export function registerGraphiQL(server: FastifyInstance, { issueToken, links }: GraphiQLOptions): void {
  const secure = (reply: FastifyReply) =>
    reply.headers({ 'content-security-policy': contentSecurityPolicy, 'referrer-policy': 'no-referrer' });

  server.get('/graphiql', async (_request, reply) =>
    secure(reply)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(pageOf(issueToken ? developmentPeople : null)),
  );

  server.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    const asset = (await graphiqlAssets()).get(request.params.file);
    if (!asset) return reply.callNotFound();
    secure(reply).headers({ 'cache-control': 'no-cache', vary: 'accept-encoding' }).type(asset.contentType);
    const zipped = request.headers['accept-encoding']?.includes('gzip');
    return zipped ? reply.header('content-encoding', 'gzip').send(asset.gzipped) : reply.send(asset.content);
  });

  if (!issueToken) return;
  server.get<{ Querystring: Record<string, unknown> }>('/graphiql/token', async (request, reply) => {
    refuseOtherSites(request, links.publicUrl);
    const person = personOf(request.query);
    if (!person) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such person among those of the demo operators.');
    return reply.header('cache-control', 'no-store').send({ token: await issueToken(person) });
  });
}

/** The one that is named, else the first of the role. */
function personOf({ operator = 'demo', role, subject }: Record<string, unknown>): DevelopmentPerson | undefined {
  return developmentPeople.find(
    (person) =>
      person.operator === operator &&
      person.role.toLowerCase() === role &&
      (subject === undefined || person.subject === subject),
  );
}

/**
 * Only the explorer itself may ask: no page of another site, neither by its own name nor by one that it lets lead here.
 */
function refuseOtherSites({ headers, host, hostname }: FastifyRequest, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  const name = hostname.replace(/^\[|\]$/g, '');
  const own = name === 'localhost' || isIP(name) !== 0 || (URL.canParse(publicUrl) && new URL(publicUrl).host === host);
  if (own && (site === undefined || site === 'same-origin' || site === 'none')) return;
  throw new HttpRefusal(403, 'FORBIDDEN', 'Tokens are given to the explorer of this server alone.');
}
