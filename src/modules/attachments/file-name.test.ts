import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['recibo.pdf', 'recibo.pdf'],
    ['Relatório médico (1ª via).pdf', 'Relatório médico (1ª via).pdf'],
    ['/etc/passwd', 'passwd'],
    ['../../x.pdf', 'x.pdf'],
    [String.raw`C:\Users\ana\foto.jpg`, 'foto.jpg'],
    ['a\r\nb\0c\u0085.pdf', 'abc.pdf'],
    ['foto\u202egpj.exe', 'fotogpj.exe'],
    ['\u2066a\u2069\u200f\u061c.png', 'a.png'],
    ['linha\u2028outra\u2029.txt', 'linhaoutra.txt'],
    ['a"b<c>:|?*.pdf', 'a_b_c_____.pdf'],
    ['.htaccess', 'htaccess'],
    ['nota.pdf. ', 'nota.pdf'],
    ['meia\ud800.pdf', 'meia\ufffd.pdf'],
    ['👩🏽‍⚕️.png', '👩🏽‍⚕️.png'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });

  it.each(['', ' ', '.', '..', '/', 'pasta/', '\u202e', '\0'])('%j is none', (given) => {
    expect(safeFileName(given)).toBeNull();
  });

  it('is cut at 255 bytes, before its extension and never within a character', () => {
    expect(safeFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(251)}.pdf`);
    expect(safeFileName(`${'ã'.repeat(200)}.pdf`)).toBe(`${'ã'.repeat(125)}.pdf`);
    expect(safeFileName(`${'🚑'.repeat(100)}`)).toBe('🚑'.repeat(63));
  });
});
