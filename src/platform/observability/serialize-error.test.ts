import { expect, it } from 'vitest';
import { createLogger } from './logger.js';
import { withoutWords } from './serialize-error.js';

const logged = (error: Error): { err: Record<string, string>; line: string } => {
  const lines: string[] = [];
  createLogger('info', { write: (line: string) => void lines.push(line) }).error({ err: error }, 'unexpected error');
  return { err: (JSON.parse(lines[0]!) as { err: Record<string, string> }).err, line: lines[0]! };
};

it('an error is logged with its words and where it was thrown', () => {
  const { err } = logged(Object.assign(new Error('the disk is full'), { code: 'ENOSPC' }));
  expect(err).toMatchObject({ type: 'Error', message: 'the disk is full', code: 'ENOSPC' });
  expect(err.stack).toContain('serialize-error.test.ts');
});

it('what PostgreSQL says of a value is not, for it quotes the value', () => {
  const words = 'invalid input syntax for type integer: "Zuleica\n    at \\"the end\\"\n"';
  const cause = Object.assign(new Error(words), { code: '22P02', where: 'Zuleica' });
  for (const error of [cause, new Error(`${words}, says the driver`, { cause })]) {
    const { err, line } = logged(error);
    expect(line).not.toContain('Zuleica');
    expect(line).not.toContain('the end');
    expect(err).toMatchObject({ message: 'a value that PostgreSQL cannot take (22P02)', code: '22P02' });
    expect(err.stack).toContain('serialize-error.test.ts');
  }
});

it('of an error that may quote anything, its kind, its code and its place are left', () => {
  const error = Object.assign(new TypeError('550 <zuleica@example.org>'), { code: 'EOTHER', response: 'Zuleica' });
  const left = withoutWords(error) as Record<string, string>;
  expect(left).toEqual({ type: 'TypeError', code: 'EOTHER', stack: left.stack });
  expect(left.stack).toContain('serialize-error.test.ts');
  expect(JSON.stringify(left)).not.toMatch(/zuleica/i);
  expect(withoutWords('zuleica')).toEqual({ type: 'string' });
  expect(withoutWords(Object.assign(new Error('x'), { code: 'of Zuleica' }))).not.toHaveProperty('code');
});
