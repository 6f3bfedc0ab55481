import { expect, it } from 'vitest';
import { readConfig } from './config.js';
import { createLogger } from './platform/observability/logger.js';
import { refuseDemoInProduction, warnOfOthers } from './start-checks.js';

const production = { ...readConfig({}), production: true };

it('production does not begin with the demo operator; development does', () => {
  expect(() => refuseDemoInProduction(true, production)).toThrow('anybody can make tokens');
  expect(() => refuseDemoInProduction(false, production)).not.toThrow();
  expect(() => refuseDemoInProduction(true, readConfig({}))).not.toThrow();
});

it('others beside it on one database without Redis are warned of', () => {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line: string) => void lines.push(line) });
  warnOfOthers(0, readConfig({}), log);
  warnOfOthers(1, readConfig({ REDIS_URL: 'redis://127.0.0.1' }), log);
  expect(lines).toEqual([]);
  warnOfOthers(2, readConfig({}), log);
  expect(lines.join()).toContain('set REDIS_URL for all of them');
});
