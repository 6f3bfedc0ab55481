import { afterAll, beforeAll, expect, it } from 'vitest';
import { OperatorEntity } from '../../src/modules/operators/index.js';
import { issueNumber } from '../../src/modules/protocols/index.js';
import { createTestDatabase, type TestDatabase } from '../kit/database.js';
import { createTestOperators } from '../kit/operators.js';
import { open } from '../operations/occurrences/change.js';
import { openDesk } from '../operations/occurrences/desk.js';

let database: TestDatabase;
let operatorId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  operatorId = (await createTestOperators(database.database, new Date('2026-11-24T12:00:00.000Z'))).alfa;
});
afterAll(() => database[Symbol.asyncDispose]());

const protocolType = (em: { execute: (sql: string, params: unknown[]) => Promise<unknown> }) =>
  em.execute(
    `insert into protocol_type (operator_id, id, key, name, numbering) values (?, 'prt_1', 'ans', 'ANS', 'ANS')
     on conflict do nothing`,
    [operatorId],
  );

/** Each in a transaction of its own, as an occurrence issues it. */
const issue = (at: Date): Promise<string> =>
  database.database.transaction({ operatorId }, async (em) => {
    const operator = await em.findOneOrFail(OperatorEntity, { id: operatorId });
    const issued = await issueNumber(em, {
      operator,
      protocolType: { id: 'prt_1', numbering: 'ANS', prefix: null },
      at,
    });
    if (!issued.ok) throw new Error(issued.problems[0]?.code);
    return issued.value;
  });

it('10,000 numbers of eight writers over midnight in the operator’s zone: none twice, each day from 000001', async () => {
  await database.database.transaction({ operatorId }, (em) => protocolType(em));
  const midnight = new Date('2026-11-25T03:00:00.000Z').getTime();
  const issued: { number: string; day: string }[] = [];
  let next = 0;
  const writer = async () => {
    for (;;) {
      const turn = next++;
      if (turn >= 10_000) return;
      const at = new Date(midnight + (turn - 5_000) * 10);
      issued.push({ number: await issue(at), day: turn < 5_000 ? '20261124' : '20261125' });
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  for (const day of ['20261124', '20261125']) {
    const numbers = issued.filter((one) => one.day === day).map((one) => one.number);
    const expected = Array.from({ length: 5_000 }, (_, i) => `999991${day}${String(i + 1).padStart(6, '0')}`);
    expect(numbers.toSorted()).toEqual(expected);
  }
}, 120_000);

it('after 999999 a day has no more, and what is refused leaves the count as it was', async () => {
  const at = new Date('2026-12-01T12:00:00.000Z');
  await database.database.transaction({ operatorId }, async (em) => {
    await protocolType(em);
    await em.execute('insert into protocol_sequence (operator_id, scope, last) values (?, ?, 999998)', [
      operatorId,
      'ANS 20261201',
    ]);
  });
  expect(await issue(at)).toBe('99999120261201999999');
  await expect(issue(at)).rejects.toThrow('NOT_AVAILABLE');
  await expect(issue(at)).rejects.toThrow('NOT_AVAILABLE');
});

it('a number that was brought along is passed over', async () => {
  await database.database.transaction({ operatorId }, async (em) => {
    await protocolType(em);
    await em.execute('insert into protocol (operator_id, number, issued_at) values (?, ?, now())', [
      operatorId,
      '99999120261202000001',
    ]);
  });
  expect(await issue(new Date('2026-12-02T12:00:00.000Z'))).toBe('99999120261202000002');
});

it('occurrences that eight clients open at once have numbers without a gap', async () => {
  await using desk = await openDesk();
  const opened = await Promise.all(Array.from({ length: 80 }, () => open(desk.ana)));
  const expected = Array.from({ length: 80 }, (_, i) => `99999120261124${String(i + 1).padStart(6, '0')}`);
  expect(opened.map(({ protocolNumber }) => protocolNumber).toSorted()).toEqual(expected);
});
