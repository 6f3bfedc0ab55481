import { expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.js';

it.each([
  ['recibo.pdf', `attachment; filename="recibo.pdf"; filename*=UTF-8''recibo.pdf`],
  ['Ação (1).pdf', `attachment; filename="Acao (1).pdf"; filename*=UTF-8''A%C3%A7%C3%A3o%20%281%29.pdf`],
  ['a"b\\c%.txt', `attachment; filename="a_b_c_.txt"; filename*=UTF-8''a%22b%5Cc%25.txt`],
  ["d'água*.png", `attachment; filename="d'agua*.png"; filename*=UTF-8''d%27%C3%A1gua%2A.png`],
  ['x\r\nset-cookie: a', `attachment; filename="x__set-cookie: a"; filename*=UTF-8''x%0D%0Aset-cookie%3A%20a`],
])('%j is saved under its name, and breaks no header', (fileName, header) => {
  expect(contentDisposition(fileName)).toBe(header);
});
