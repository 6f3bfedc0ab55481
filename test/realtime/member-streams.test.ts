import { describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/shared/ids.js';
import { withClient } from '../kit/database.js';
import { one, mine, patience, next, ready, cursorOf, told, useLive } from './following.js';
import type { Live } from './live.js';
import type { LogWriter } from './rows.js';

let live: Live;
let alfa: LogWriter;
const { opened, follow, write, waiting, refusal } = useLive((started, writer) => {
  live = started;
  alfa = writer;
});

describe('a member', () => {
  const ana = { subject: 'ana' };

  it('is told what they may see of their own, that it has left when it is hidden, and that it is back', async () => {
    const stream = await follow('beneficiary', mine, {}, ana);
    await ready(stream);
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    expect(told(await next(stream))).toEqual(['ENTERED', created!.id, 'solicitado']);
    const [, hiding] = await write(
      () => alfa.remark(occurrenceId),
      () => alfa.move(occurrenceId, 'auditoria'),
    );
    const cursor = cursorOf(hiding!);
    expect(await next(stream)).toEqual({ kind: 'LEFT', cursor, occurrenceId, occurrence: null, event: null });
    const [, showing] = await write(
      () => alfa.remark(occurrenceId),
      () => alfa.move(occurrenceId, 'em_analise'),
    );
    expect(told(await next(stream))).toEqual(['ENTERED', showing!.id, 'em_analise']);
  });

  it('who resumes is not shown what is hidden by now', async () => {
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    const [moved] = await write(() => alfa.move(occurrenceId, 'em_analise'));
    const [hiding] = await write(() => alfa.move(occurrenceId, 'auditoria'));
    const stream = await follow('beneficiary', mine, { after: cursorOf(created!) }, ana);
    await ready(stream);
    for (const event of [moved!, hiding!]) {
      const cursor = cursorOf(event);
      expect(await next(stream)).toEqual({ kind: 'LEFT', cursor, occurrenceId, occurrence: null, event: null });
    }
  });

  it('who follows one occurrence is told likewise', async () => {
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    const stream = await follow('beneficiary', one, { id: occurrenceId }, ana);
    await ready(stream);
    const [, moved] = await write(
      () => alfa.open(),
      () => alfa.move(occurrenceId, 'em_analise'),
    );
    expect(told(await next(stream))).toEqual(['UPDATED', moved!.id, 'em_analise']);
    await write(() => alfa.move(occurrenceId, 'auditoria'));
    expect(told(await next(stream))).toEqual(['LEFT', null, null]);
    const [back] = await write(() => alfa.move(occurrenceId, 'solicitado'));
    expect(told(await next(stream))).toEqual(['ENTERED', back!.id, 'solicitado']);
  });

  it('who holds others is told of theirs, also of one who became a dependant meanwhile; a stranger is told nothing', async () => {
    const child = newId('beneficiary', live.clock.now());
    await withClient(live.test.ownerUrl, (client) =>
      client.query(
        `insert into beneficiary (operator_id, id, name, search_name, created_at) values ($1, $2, 'Caio', 'caio', now())`,
        [alfa.operatorId, child],
      ),
    );
    const holder = await follow('beneficiary', mine, {}, ana);
    const stranger = await follow('beneficiary', mine, {}, { subject: 'bruno' });
    await Promise.all([ready(holder), ready(stranger)]);
    const [, before] = await write(
      () => alfa.open('solicitado', child),
      () => alfa.open(),
    );
    expect((await next(holder)).event?.id).toBe(before!.id);
    await withClient(live.test.ownerUrl, (client) =>
      client.query('update beneficiary set holder_id = $1 where id = $2', [alfa.beneficiaryId, child]),
    );
    const [seen] = await write(() => alfa.open('solicitado', child));
    expect((await next(holder)).event?.id).toBe(seen!.id);
    const silent = next(stranger);
    const [own] = await write(() => alfa.open());
    expect(await Promise.race([silent, next(holder)])).toMatchObject({ event: { id: own!.id } });
    silent.catch(() => undefined);
  });
});

describe('the inbox of a member', () => {
  const inbox = 'subscription { message: inboxUpdates { title occurrence { id } } }';

  it('tells what lands from now on, once, to its member alone', async () => {
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    await write(() => alfa.landWith(occurrenceId, 'before'));
    const [own, strange] = await Promise.all([
      live.stream('beneficiary', inbox, {}, { subject: 'ana' }),
      live.stream('beneficiary', inbox, {}, { subject: 'bruno' }),
    ]);
    opened.push(own, strange);
    const silent = strange.next();
    silent.catch(() => undefined);
    await vi.waitFor(async () => expect((await live.open())[1]).toBe(2), patience);
    const first = own.next();
    await vi.waitFor(() => expect(waiting()).toBe(2), patience);
    await write(() => alfa.landWith(occurrenceId, 'one'));
    expect(await first).toEqual({ message: { title: 'one', occurrence: { id: occurrenceId } } });
    await write(
      () => alfa.remark(occurrenceId),
      () => alfa.landWith(occurrenceId, 'two'),
    );
    expect(await own.next()).toEqual({ message: { title: 'two', occurrence: { id: occurrenceId } } });
    await write(() => alfa.landWith(occurrenceId, 'three'));
    expect(await Promise.race([silent, own.next()])).toMatchObject({ message: { title: 'three' } });
  });

  it('is not for staff', async () => {
    expect(await refusal('attendant', inbox)).toBe('FORBIDDEN');
  });
});
