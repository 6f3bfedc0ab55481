import { StoredEventEntity } from '../../platform/events/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { newId } from '../../shared/ids.js';
import { problem } from '../../shared/problem.js';
import { calendarsOf } from '../business-calendars/index.js';
import { loadOperator } from '../operators/index.js';
import { reanalysisTypeOf } from '../workflow/index.js';
import { decideReanalysis } from './decide.js';
import { OccurrenceEntity, type OccurrenceRow } from './occurrence.entity.js';
import { protocolNumber, usualChannels } from './occurrence-creation.js';
import { columnsOf } from './occurrence-row.js';
import { mayRequestReanalysis, maySee } from './policy.js';
import type { Channel } from './state.js';
import { type Held, hold } from './write/held.js';
import { earlierResult } from './write/idempotency.js';
import { record } from './write/record.js';
import { Refused } from './write/refused.js';
import type { Committed, Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface ReanalysisRequest {
  readonly reason: string;
  readonly channel?: Channel | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Opens the ombudsman's occurrence, once for each denial, and tells it in both histories: in one transaction. */
export const requestReanalysis = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { idempotencyKey: key, ...request }: ReanalysisRequest,
): Promise<Written> =>
  writer.write(ctx, async (em) => {
    const held = await hold(em, ctx, id);
    if (!held) throw new Refused([problem('NOT_FOUND', 'There is no such occurrence.', ['id'])]);
    if (!mayRequestReanalysis(held.asker, held.concerned)) throw forbidden();
    // The row is locked: who comes meanwhile sees here what was made of the same denial.
    const denial = await denialOf(held);
    const made = denial === null ? null : await reanalysisOf(held, denial);
    const reanalysisId = made?.id ?? newId('occurrence', held.now);
    const content = { id, ...request };
    const attempt = { mutation: 'occurrenceRequestReanalysis', key, content, resultId: reanalysisId };
    const earlier = await earlierResult(em, ctx, attempt);
    if (earlier !== null) return requestedBefore(held, earlier);
    if (!made) return requestNow(writer, ctx, held, { reanalysisId, denial, request });
    if (!seesReanalysis(held, made)) {
      throw new Refused([problem('TAKEN', 'A re-analysis of this denial has been asked for.', ['id'])]);
    }
    return requestedBefore(held, made.id);
  });

interface Requesting {
  readonly reanalysisId: string;
  readonly denial: number | null;
  readonly request: Pick<ReanalysisRequest, 'reason' | 'channel'>;
}

async function requestNow(
  writer: Writer,
  ctx: RequestContext,
  held: Held,
  { reanalysisId, denial, request }: Requesting,
): Promise<Committed<null>> {
  const { em, operatorId, row, catalogue, type, state, actor, now } = held;
  const operator = await loadOperator(em, operatorId);
  const reanalysisType = reanalysisTypeOf(type, catalogue.types);
  const decided = decideReanalysis({
    ...held,
    reanalysisId,
    reanalysisType,
    isReanalysis: row.reanalysisOfId != null,
    reason: request.reason,
    channel: request.channel ?? usualChannels[ctx.caller.kind],
    requesterId: actor.beneficiaryId ?? state.requesterId,
    calendars: calendarsOf(reanalysisType ? catalogue.calendarOf(reanalysisType) : null, operator.timeZone),
  });
  if (!decided.ok || !reanalysisType) throw new Refused(decided.ok ? [] : decided.problems);
  const { opened, told } = decided.value;
  const occurrence = em.create(OccurrenceEntity, {
    operatorId,
    ...columnsOf(opened.state),
    // Another contact than the one that was denied, days or weeks later.
    protocolNumber: await protocolNumber(em, { given: null, operator, catalogue, type: reanalysisType, now }),
    reanalysisOfId: row.id,
    reanalysisOfVersion: denial,
  });
  // What hangs on it has foreign keys to it.
  await em.flush();
  const about = { operatorId, catalogue, actor, now };
  const opening = { ...about, before: null, occurrence, type: reanalysisType, change: opened };
  const { wakes } = await record(em, opening, writer.reactions);
  const telling = { ...about, before: state, occurrence: { ...row, ...columnsOf(told.state) }, type, change: told };
  // Nothing follows from being told, and nobody is kept waiting for the log by it.
  const { event } = await record(em, telling, []);
  return { occurrence, event, wakes, child: null };
}

/** The version by which it was denied last; null: it never was. */
async function denialOf({ em, operatorId, row }: Held): Promise<number | null> {
  const [denial] = await em.execute<{ version: number | null }[]>(
    `select max(version) as version from occurrence_event
      where operator_id = ? and occurrence_id = ? and kind = 'STATUS_CHANGED' and payload ->> 'denialBasis' is not null`,
    [operatorId, row.id],
  );
  return denial?.version ?? null;
}

const reanalysisOf = ({ em, operatorId, row }: Held, version: number): Promise<OccurrenceRow | null> =>
  em.findOne(OccurrenceEntity, { operatorId, reanalysisOfId: row.id, reanalysisOfVersion: version });

function seesReanalysis({ asker, concerned, catalogue }: Held, made: OccurrenceRow): boolean {
  if (asker.actor.beneficiaryId === null) return true;
  const { requesterId, beneficiaryId, statusId } = made;
  const shown = catalogue.status(statusId)?.showInHistory ?? false;
  return maySee(asker, { requesterId, beneficiaryId, holderId: concerned.holderId }, shown);
}

async function requestedBefore({ em, operatorId }: Held, id: string): Promise<Committed<null>> {
  const occurrence = await em.findOneOrFail(OccurrenceEntity, { operatorId, id });
  const event = await em.findOneOrFail(StoredEventEntity, {
    operatorId,
    occurrenceId: occurrence.reanalysisOfId!,
    kind: 'REANALYSIS_REQUESTED',
    payload: { reanalysisId: id },
  });
  return { occurrence, event, child: null };
}
