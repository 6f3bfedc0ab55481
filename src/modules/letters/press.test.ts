import { expect, it } from 'vitest';
import type { DenialLetter } from './denial-letter.entity.js';
import { Press } from './press.js';

const letterOf = (id: string): DenialLetter => ({
  operatorId: 'opr_1',
  id,
  occurrenceId: 'occ_1',
  version: 1,
  deniedAt: new Date('2026-11-24T12:00:00.000Z'),
  fileName: 'carta.pdf',
  letter: { title: id, header: '', footer: '', sections: [] },
});

it('prints one letter at a time, each once however often it is asked for, and keeps sixteen', async () => {
  const printing: string[] = [];
  let under = 0;
  let most = 0;
  const press = new Press(async ({ title }) => {
    printing.push(title);
    most = Math.max(most, ++under);
    await Promise.resolve();
    under--;
    return Buffer.from(title);
  });
  const ids = Array.from({ length: 17 }, (_, at) => `ltr_${at}`);
  const printed = await Promise.all([...ids, ...ids.slice(1)].map((id) => press.print(letterOf(id))));
  expect(printed.map(String)).toEqual([...ids, ...ids.slice(1)]);
  expect([printing, most]).toEqual([ids, 1]);
  await press.print(letterOf('ltr_0'));
  expect(printing).toEqual([...ids, 'ltr_0']);
});

it('prints a letter anew that could not be printed, and the others meanwhile', async () => {
  let failing = true;
  const press = new Press(async ({ title }) => {
    if (title === 'ltr_1' && failing) throw new Error('no paper');
    return Buffer.from(title);
  });
  const [first, second] = await Promise.allSettled([press.print(letterOf('ltr_1')), press.print(letterOf('ltr_2'))]);
  expect([first!.status, second!.status]).toEqual(['rejected', 'fulfilled']);
  failing = false;
  expect(String(await press.print(letterOf('ltr_1')))).toBe('ltr_1');
});
