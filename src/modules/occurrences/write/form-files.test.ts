import { expect, it } from 'vitest';
import { fileProblem, withValues } from './form-files.js';

it('a field takes the content types and sizes that its form says', () => {
  const limits = { accept: ['application/pdf', 'image/*'], maxSizeMb: 1 };
  expect(fileProblem(limits, { contentType: 'application/pdf', byteSize: 1024 * 1024 })).toBeNull();
  expect(fileProblem(limits, { contentType: 'image/png', byteSize: 1 })).toBeNull();
  expect(fileProblem(limits, { contentType: 'imagex/png', byteSize: 1 })).toBe(
    'Este tipo de arquivo não é aceito aqui.',
  );
  expect(fileProblem(limits, { contentType: 'image/png', byteSize: 1024 * 1024 + 1 })).toBe('O arquivo passa de 1 MB.');
  expect(fileProblem({}, { contentType: 'text/plain', byteSize: 1e9 })).toBeNull();
});

it('puts values in place without touching what it was given', () => {
  const data = { despesas: [{ recibo: 'a' }, { recibo: 'b' }], laudo: 'c' };
  const changed = withValues(data, [
    [['despesas', '1', 'recibo'], 'B'],
    [['laudo'], 'C'],
  ]);
  expect(changed).toEqual({ despesas: [{ recibo: 'a' }, { recibo: 'B' }], laudo: 'C' });
  expect(data).toEqual({ despesas: [{ recibo: 'a' }, { recibo: 'b' }], laudo: 'c' });
});
