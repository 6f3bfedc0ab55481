import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorEntity } from '../../src/modules/operators/index.js';
import { issueNumber, type ProtocolType } from '../../src/modules/protocols/index.js';
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

type Numbered = Pick<ProtocolType, 'numbering' | 'prefix' | 'pattern' | 'reset'>;

const regulator: Numbered = { numbering: 'ANS', prefix: null, pattern: null, reset: null };

const protocolType = (em: { execute: (sql: string, params: unknown[]) => Promise<unknown> }) =>
  em.execute(
    `insert into protocol_type (operator_id, id, key, name, numbering) values (?, 'prt_1', 'ans', 'ANS', 'ANS')
     on conflict do nothing`,
    [operatorId],
  );

/** Each in a transaction of its own, as an occurrence issues it. */
const issue = (at: Date, numbered: Numbered = regulator): Promise<string> =>
  database.database.transaction({ operatorId }, async (em) => {
    const operator = await em.findOneOrFail(OperatorEntity, { id: operatorId });
    const issued = await issueNumber(em, { operator, protocolType: { id: 'prt_1', ...numbered }, at });
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

const sequential = (pattern: string, reset: ProtocolType['reset']): Numbered => ({
  numbering: 'SEQUENTIAL',
  prefix: null,
  pattern,
  reset,
});

describe('eight writers over the end of a period, in the operator’s zone', () => {
  it.each([
    ['NEVER', 'N{yyyy}-{seq:4}', '2027-01-01', 'N2026-', 'N2027-', 101],
    ['YEARLY', 'A{yyyy}-{seq:4}', '2027-01-01', 'A2026-', 'A2027-', 1],
    ['MONTHLY', 'M{yyyy}/{mm}.{seq:4}', '2026-12-01', 'M2026/11.', 'M2026/12.', 1],
    ['DAILY', 'D{dd}{mm}{yyyy}-{seq:4}', '2026-11-30', 'D29112026-', 'D30112026-', 1],
  ] as const)('%s: none twice, by %s', async (reset, pattern, first, before, after, restart) => {
    const boundary = new Date(`${first}T03:00:00.000Z`).getTime();
    const numbered = sequential(pattern, reset);
    const numbers: string[] = [];
    const round = async (from: number) => {
      let next = 0;
      const writer = async () => {
        while (next < 100) numbers.push(await issue(new Date(from + next++), numbered));
      };
      await Promise.all(Array.from({ length: 8 }, writer));
    };
    await round(boundary - 100);
    await round(boundary);
    // A clock that goes back counts on where the period stood.
    numbers.push(await issue(new Date(boundary - 1), numbered));
    const run = (text: string, from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `${text}${String(from + index).padStart(4, '0')}`);
    const late = reset === 'NEVER' ? 201 : 101;
    expect(numbers.toSorted()).toEqual(
      [...run(before, 1, 100), ...run(before, late, 1), ...run(after, restart, 100)].toSorted(),
    );
  });

  it('all at once on both sides of it: each period has its own numbers from one, without a gap', async () => {
    const boundary = new Date('2028-01-01T03:00:00.000Z').getTime();
    const numbered = sequential('X{yyyy}-{seq:4}', 'YEARLY');
    let next = 0;
    const numbers: string[] = [];
    const writer = async () => {
      while (next < 200) {
        const turn = next++;
        numbers.push(await issue(new Date(boundary + (turn % 2 === 0 ? -1 : 0)), numbered));
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    const expected = ['X2027-', 'X2028-'].flatMap((text) =>
      Array.from({ length: 100 }, (_, index) => `${text}${String(index + 1).padStart(4, '0')}`),
    );
    expect(numbers.toSorted()).toEqual(expected);
  });
});

it('a period whose running number is used up has no more, the next begins at one', async () => {
  const numbered = sequential('E{yyyy}-{seq:3}', 'YEARLY');
  await database.database.transaction({ operatorId }, (em) =>
    em.execute('insert into protocol_sequence (operator_id, scope, last) values (?, ?, 998)', [
      operatorId,
      'SEQUENTIAL E{yyyy}-{seq:3} YEARLY 2026',
    ]),
  );
  const at = new Date('2026-12-31T12:00:00.000Z');
  expect(await issue(at, numbered)).toBe('E2026-999');
  await expect(issue(at, numbered)).rejects.toThrow('NOT_AVAILABLE');
  expect(await issue(new Date('2027-01-01T12:00:00.000Z'), numbered)).toBe('E2027-001');
});

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
