import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { kindOfId } from '../../shared/ids.js';
import { isAttendant, StaffEntity } from '../people/index.js';
import { decideAssign, decideMove, decideReopen, decideStartAttendance, movePaths } from './decide.js';
import { mayAssign, mayChangeStatus, mayReopen, mayStartAttendance } from './policy.js';
import type { DenialBasis } from './state.js';
import { entryCountsOf } from './write/entry-counts.js';
import { expectationOf } from './write/expectation.js';
import type { Held } from './write/held.js';
import { oneOf } from './write/one-of.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

type Given<T> = T | null | undefined;

/** The version that the caller has seen. */
export interface Expected {
  readonly expectedVersion?: Given<number>;
}

export interface StatusChange extends Expected {
  readonly statusId?: Given<string>;
  readonly statusKey?: Given<string>;
  readonly comment?: Given<string>;
  readonly denialBasis?: Given<DenialBasis>;
}

export interface Assignment extends Expected {
  /** null: back to the queue. */
  readonly attendantId?: Given<string>;
}

export const startAttendance = (writer: Writer, ctx: RequestContext, id: string, input: Expected): Promise<Written> =>
  writer.change(ctx, id, async (held) => {
    const { actor, asker } = held;
    if (!mayStartAttendance(asker) || actor.attendantId === null) throw forbidden();
    const expected = await expectationOf(held, input.expectedVersion);
    const entries = await entryCountsOf(held);
    const { attendantId, roles } = actor;
    return { outcome: decideStartAttendance({ ...held, attendantId, roles, entries, expected }) };
  });

export const changeStatus = (writer: Writer, ctx: RequestContext, id: string, input: StatusChange): Promise<Written> =>
  writer.change(ctx, id, async (held) => {
    if (!mayChangeStatus(held.asker)) throw forbidden();
    const { statusId, statusKey, comment, denialBasis } = input;
    const named = oneOf({ statusId, statusKey });
    if (!named.ok) return { outcome: named };
    const { by, value, path } = named.value;
    const target = held.type.statuses.find((status) => (by === 'statusId' ? status.id : status.key) === value);
    const expected = await expectationOf(held, input.expectedVersion);
    const entries = await entryCountsOf(held);
    const paths = { ...movePaths, status: path };
    const move = { ...held, target, roles: held.actor.roles, entries, expected, comment, denialBasis, paths };
    return { outcome: decideMove(move) };
  });

export const assign = (writer: Writer, ctx: RequestContext, id: string, input: Assignment): Promise<Written> =>
  writer.change(ctx, id, async (held) => {
    const wanted = input.attendantId ?? null;
    if (!mayAssign(held.asker, wanted)) throw forbidden();
    const attendantId = wanted === null ? null : await attendantOf(held, wanted);
    const expected = await expectationOf(held, input.expectedVersion);
    return { outcome: decideAssign({ ...held, attendantId, expected }) };
  });

export const reopen = (writer: Writer, ctx: RequestContext, id: string, input: Expected): Promise<Written> =>
  writer.change(ctx, id, async (held) => {
    if (!mayReopen(held.asker)) throw forbidden();
    const expected = await expectationOf(held, input.expectedVersion);
    return { outcome: decideReopen({ ...held, roles: held.actor.roles, expected }) };
  });

/** undefined: there is no such attendant. */
async function attendantOf({ em, operatorId }: Held, id: string): Promise<string | undefined> {
  if (kindOfId(id) !== 'attendant') return undefined;
  const staff = await em.findOne(StaffEntity, { operatorId, id });
  return staff && isAttendant(staff) ? id : undefined;
}
