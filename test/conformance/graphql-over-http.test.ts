import { auditServer, type AuditResult } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../kit/app.js';

let results: AuditResult[];

beforeAll(async () => {
  await using app = await startTestApp();
  results = await auditServer({ url: `${app.url}/graphql` });
});

const named = (status: AuditResult['status']) =>
  results.filter((result) => result.status === status).map(({ id, name }) => `${id} ${name}`);

describe('GraphQL over HTTP', () => {
  it('breaks no rule of the specification', () => {
    expect(named('error')).toEqual([]);
  });

  it('follows at least 55 of the 61 audits, with CSRF prevention on', () => {
    process.stdout.write(`graphql-http audits: ${named('ok').length} of ${results.length} ok\n`);
    expect(results).toHaveLength(61);
    expect(named('ok').length).toBeGreaterThanOrEqual(55);
  });

  it('departs where CSRF prevention and telling status codes ask for it, and nowhere else', () => {
    const departures = results.filter(({ status }) => status === 'warn' || status === 'notice');
    expect(departures.map(({ id }) => id)).toEqual([
      // A GET that any page of another origin could send; with a content type or apollo-require-preflight it is served.
      '5A70',
      'D6D5',
      '6A70',
      // 400 rather than 200 for what cannot be parsed, is not valid, or has variables that do not fit.
      '572B',
      'FDE2',
      '7B9B',
    ]);
  });
});
