import type { EntityManager } from '@mikro-orm/postgresql';
import type { CallerKind } from '../../platform/auth/caller.js';
import { StoredEventEntity } from '../../platform/events/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { problem, type Problem, type Result } from '../../shared/problem.js';
import { calendarsOf } from '../business-calendars/index.js';
import { loadOperator, type Operator } from '../operators/index.js';
import { issueNumber, writtenNumber } from '../protocols/index.js';
import {
  type Catalogue,
  catalogueHeld,
  lockConfiguration,
  type OccurrenceType,
  type RegulatoryKind,
  regulatoryKindOf,
} from '../workflow/index.js';
import { actorOf } from './asker.js';
import { decideCreate, intakeTabOf } from './decide.js';
import { OccurrenceEntity } from './occurrence.entity.js';
import { columnsOf } from './occurrence-row.js';
import type { Channel } from './state.js';
import { assigneeOf } from './write/assignee.js';
import { createdType, type TypeNames } from './write/created-type.js';
import { givenNumberProblem } from './write/given-protocol.js';
import { earlierResult } from './write/idempotency.js';
import { intakeOf } from './write/intake.js';
import { keepIntake } from './write/keep-intake.js';
import { type Parties, partiesOf, type PartyNames } from './write/parties.js';
import { record } from './write/record.js';
import { Refused } from './write/refused.js';
import type { Committed, Writer } from './write/writer.js';
import type { Written } from './write/written.js';

type Given<T> = T | null | undefined;

export interface OccurrenceCreation extends TypeNames, PartyNames {
  /** Of the same contact; without it a new number is issued. */
  readonly protocolNumber?: Given<string>;
  readonly regulatoryKind?: Given<RegulatoryKind>;
  readonly description: string;
  readonly channel?: Given<Channel>;
  readonly intake?: Given<Readonly<Record<string, unknown>>>;
  readonly idempotencyKey?: Given<string>;
}

export const usualChannels: Readonly<Record<CallerKind, Channel>> = {
  BENEFICIARY: 'APP',
  STAFF: 'ATTENDANT',
  SYSTEM: 'API',
};

/** The one way that an occurrence comes to be: with number, intake, first event and deliveries, or not at all. */
export const create = (writer: Writer, ctx: RequestContext, input: OccurrenceCreation): Promise<Written> =>
  writer.write(ctx, async (em) => {
    const { caller } = ctx;
    await lockConfiguration(em, caller.operatorId, 'shared');
    const { idempotencyKey: key, ...content } = input;
    const id = newId('occurrence', ctx.clock.now());
    const earlier = await earlierResult(em, ctx, { mutation: 'occurrenceCreate', key, content, resultId: id });
    if (earlier !== null) return createdBefore(em, caller.operatorId, earlier);
    return createNow(em, writer, ctx, { id, input });
  });

async function createNow(
  em: EntityManager,
  writer: Writer,
  ctx: RequestContext,
  { id, input }: { id: string; input: OccurrenceCreation },
): Promise<Committed<null>> {
  const { caller } = ctx;
  const { operatorId } = caller;
  // Taken once: the date of the number, the event and the row are of this instant.
  const now = ctx.clock.now();
  const operator = await loadOperator(em, operatorId);
  const catalogue = await catalogueHeld(em, ctx);
  const problems: Problem[] = [];
  const collect = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return null;
  };

  const named = collect(createdType(catalogue, caller, input));
  const parties = collect(await partiesOf(em, caller, input));
  const given = input.protocolNumber == null ? null : writtenNumber(input.protocolNumber);
  problems.push(...(await givenProblems(em, ctx, { input, number: given, parties, operator, catalogue, now })));
  if (!named) throw new Refused(problems);
  const { type, featureId, typePath } = named;
  const intake = collect(await intakeOf(em, { intake: input.intake, type, catalogue, caller, now }));
  const intakeEntryId = intake && intakeTabOf(type) ? newId('tabEntry', now) : null;
  const decided = decideCreate({
    id,
    type,
    typePath,
    channel: input.channel ?? usualChannels[caller.kind],
    description: input.description,
    ...(parties ?? { requesterId: '', beneficiaryId: '' }),
    regulatoryKind: input.regulatoryKind ?? regulatoryKindOf(type, intake?.data ?? null),
    intakeEntryId,
    // Nobody waits for the team's turn because of what is refused.
    attendantId: problems.length > 0 ? null : await assigneeOf(em, operatorId, type),
    calendars: calendarsOf(catalogue.calendarOf(type), operator.timeZone),
    now,
  });
  const change = collect(decided);
  if (!change || problems.length > 0) throw new Refused(problems);

  const occurrence = em.create(OccurrenceEntity, {
    operatorId,
    ...columnsOf(change.state),
    protocolNumber: await protocolNumber(em, { given, operator, catalogue, type, now }),
    featureId,
    intake: intake?.data ?? null,
    intakeFormId: intake?.form.formId ?? null,
    intakeFormVersion: intake?.form.version ?? null,
  });
  // What hangs on it has foreign keys to it.
  await em.flush();
  const actor = actorOf(caller);
  if (intake) keepIntake(em, { intake, occurrence, type, entryId: intakeEntryId, actor, now });
  const about = { operatorId, before: null, occurrence, type, catalogue, actor, now };
  const recorded = await record(em, { ...about, change }, writer.reactions);
  return { occurrence, ...recorded, child: null };
}

interface Givens {
  readonly input: OccurrenceCreation;
  readonly number: string | null;
  readonly parties: Parties | null;
  readonly operator: Operator;
  readonly catalogue: Catalogue;
  readonly now: Date;
}

async function givenProblems(em: EntityManager, ctx: RequestContext, givens: Givens): Promise<Problem[]> {
  const { input, number, ...rest } = givens;
  const { caller } = ctx;
  const problems: Problem[] = [];
  if (input.regulatoryKind != null && caller.kind === 'BENEFICIARY') {
    problems.push(problem('ROLE_NOT_ALLOWED', 'Staff and systems alone name the kind.', ['input', 'regulatoryKind']));
  }
  if (number !== null) {
    const wrong = await givenNumberProblem(em, { number, caller, ...rest });
    if (wrong) problems.push(wrong);
  }
  return problems;
}

interface Numbering {
  readonly given: string | null;
  readonly operator: Operator;
  readonly catalogue: Catalogue;
  readonly type: OccurrenceType;
  readonly now: Date;
}

/** The number of a new occurrence: the one that was given, or one that is issued for it. */
export async function protocolNumber(
  em: EntityManager,
  { given, operator, catalogue, type, now }: Numbering,
): Promise<string> {
  if (given !== null) return given;
  const protocolType = catalogue.protocolType(type.protocolTypeId);
  if (!protocolType) throw new Error(`Type ${type.id} has protocol type ${type.protocolTypeId}, which is not there`);
  const issued = await issueNumber(em, { operator, protocolType, at: now });
  if (!issued.ok) throw new Refused(issued.problems);
  return issued.value;
}

async function createdBefore(em: EntityManager, operatorId: string, id: string): Promise<Committed<null>> {
  return {
    occurrence: await em.findOneOrFail(OccurrenceEntity, { operatorId, id }),
    event: await em.findOneOrFail(StoredEventEntity, { operatorId, occurrenceId: id, version: 1 }),
    child: null,
  };
}
