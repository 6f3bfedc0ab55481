import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../kit/client.js';
import { done, open } from '../operations/occurrences/change.js';
import { type Desk, openDesk } from '../operations/occurrences/desk.js';

const range = 'from: "2026-11-01", until: "2026-11-30", period: DAY, groupBy: [TYPE, STATUS, ATTENDANT]';
const group = 'group { days { from until } type { key } status { key } attendant { name } }';
const reports = {
  reportVolume: `{ reportVolume(${range}) { ${group} opened } }`,
  reportTimes: `{ reportTimes(${range}) { ${group} resolution { business { count } } } }`,
  reportSla: `{ reportSla(${range}) { ${group} met } }`,
  reportRegulatoryAnswers: `{ reportRegulatoryAnswers(${range}) { ${group} inTime } }`,
  reportAgeing: `{ reportAgeing(groupBy: [TYPE, STATUS, ATTENDANT]) { ${group} open } }`,
  reportBacklog: `{ reportBacklog(${range}) { ${group} open } }`,
};

describe('the number of SQL statements of a report does not depend on what it counts', () => {
  let desk: Desk;
  const counted = new Map<string, number[]>();
  beforeAll(async () => {
    desk = await openDesk();
    const attendants: TestClient[] = [desk.carla, desk.davi];
    for (const [round, more] of [1, 5].entries()) {
      for (let made = 0; made < more; made++) {
        const { id } = await open(desk.ana);
        await done(attendants[round]!, 'occurrenceStartAttendance', id);
      }
      for (const [name, query] of Object.entries(reports)) {
        await desk.paulo.data(query);
        desk.app.statements.length = 0;
        await desk.paulo.data(query);
        counted.set(name, [...(counted.get(name) ?? []), desk.app.statements.length]);
      }
    }
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());

  it.each([
    ['reportVolume', 8],
    ['reportTimes', 8],
    ['reportSla', 7],
    ['reportRegulatoryAnswers', 8],
    ['reportAgeing', 8],
    ['reportBacklog', 9],
  ])('%s: %i', (name, statements) => {
    expect(counted.get(name)).toEqual([statements, statements]);
  });
});
