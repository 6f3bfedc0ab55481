import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';

describe('a report costs 500 rows of what is selected, however few it has', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { RATE_LIMIT_POINTS: '100' } });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const range = '(from: "2026-11-01", until: "2026-11-30")';
  it.each([
    `reportVolume${range} { opened }`,
    `reportTimes${range} { __typename }`,
    `reportSla${range} { met }`,
    `reportRegulatoryAnswers${range} { inTime }`,
    `reportBacklog${range} { open }`,
    'reportAgeing { open }',
  ])('%s', async (report) => {
    const paulo = await app.client('supervisor');
    const { errors } = await paulo.execute(`{ ${report} }`);
    expect(errors![0]!.message).toMatch(/^The operation costs 1001, and never more than 100 /);
  });
});
