import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { type Problem, problem, refusal, type Result, success } from '../../shared/problem.js';
import {
  changeConfiguration,
  checkCleared,
  checkKey,
  checkName,
  elementChange,
  givenFields,
  inUse,
} from '../configuration/index.js';
import { loadOperator } from '../operators/index.js';
import { loadProtocolTypes } from './load-protocol-types.js';
import { spaceProblems } from './number-space.js';
import { numberingChanged, numberingProblems } from './numbering-rules.js';
import type { ProtocolTypeUses } from './protocol-type-uses.js';
import {
  ProtocolEntity,
  type ProtocolNumbering,
  type ProtocolReset,
  type ProtocolType,
  ProtocolTypeEntity,
} from './protocol.entity.js';

export interface ProtocolTypeInput {
  readonly key: string;
  readonly name: string;
  readonly numbering: ProtocolNumbering;
  readonly prefix?: string | null;
  readonly pattern?: string | null;
  readonly reset?: ProtocolReset | null;
}

/** Absent leaves as it is, null clears. */
export interface ProtocolTypeUpdate {
  readonly key?: string | null;
  readonly name?: string | null;
  readonly numbering?: ProtocolNumbering | null;
  readonly prefix?: string | null;
  readonly pattern?: string | null;
  readonly reset?: ProtocolReset | null;
  readonly active?: boolean | null;
}

type Content = Omit<ProtocolType, 'id'>;

export class ProtocolTypeService {
  constructor(private readonly uses: ProtocolTypeUses) {}

  create(ctx: RequestContext, input: ProtocolTypeInput): Promise<Result<ProtocolType>> {
    const { key, name, numbering, prefix = null, pattern = null, reset = null } = input;
    const content: Content = { key, name, numbering, prefix, pattern, reset, active: true };
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const problems = await check(em, operatorId, { content, all: await loadProtocolTypes(em, operatorId) });
      if (problems.length > 0) return refusal(...problems);
      const protocolType = { id: newId('protocolType', ctx.clock.now()), ...content };
      await em.insert(ProtocolTypeEntity, { operatorId, ...protocolType });
      return success({ value: protocolType, changes: elementChange(`ProtocolType ${key}`, null, content) });
    });
  }

  update(ctx: RequestContext, id: string, update: ProtocolTypeUpdate): Promise<Result<ProtocolType>> {
    const given = givenFields({ ...update });
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const all = await loadProtocolTypes(em, operatorId);
      const stored = all.find((protocolType) => protocolType.id === id);
      if (!stored) return refusal(problem('NOT_FOUND', 'There is no such protocol type.', ['id']));
      const { id: _id, ...before } = stored;
      const content: Content = { ...before, ...withoutNull(given), ...cleared(given) };
      const problems = [
        ...checkCleared(given, clearable, ['input']),
        ...(await check(em, operatorId, { content, all, stored })),
        ...(await this.#checkUses(em, operatorId, stored, content)),
      ];
      if (problems.length > 0) return refusal(...problems);
      await em.nativeUpdate(ProtocolTypeEntity, { operatorId, id }, content);
      const changes = elementChange(`ProtocolType ${content.key}`, before, content);
      return success({ value: { id, ...content }, changes });
    });
  }

  async #checkUses(em: EntityManager, operatorId: string, stored: ProtocolType, content: Content): Promise<Problem[]> {
    const problems: Problem[] = [];
    if (stored.active && !content.active) {
      const users = await this.uses.usedBy(em, operatorId, stored.id);
      const message = `${users.length} active occurrence types use it: ${users.slice(0, 10).join(', ')}.`;
      if (users.length > 0) problems.push(inUse(users.length, message, ['input', 'active']));
    }
    if (stored.numbering !== content.numbering) {
      const issued = await em.count(ProtocolEntity, { operatorId, protocolTypeId: stored.id });
      const message = `${issued} numbers were issued already: a new protocol type can number in another way.`;
      if (issued > 0) problems.push(inUse(issued, message, ['input', 'numbering']));
    }
    return problems;
  }
}

interface Checked {
  readonly content: Content;
  readonly all: readonly ProtocolType[];
  readonly stored?: ProtocolType;
}

async function check(em: EntityManager, operatorId: string, { content, all, stored }: Checked): Promise<Problem[]> {
  const others = all.filter(({ id }) => id !== stored?.id);
  const taken = others.some(({ key }) => key === content.key);
  const problems = numberingProblems(content);
  if (problems.length === 0 && (!stored || numberingChanged(stored, content))) {
    problems.push(...(await spaceProblems(em, await loadOperator(em, operatorId), content, others)));
  }
  return [
    ...checkKey(content.key, taken, ['input', 'key']),
    ...checkName(content.name, ['input', 'name']),
    ...problems,
  ];
}

const clearable = ['prefix', 'pattern', 'reset'] as const;

const cleared = (given: ProtocolTypeUpdate): Partial<Content> =>
  Object.fromEntries(clearable.filter((name) => given[name] === null).map((name) => [name, null]));

const withoutNull = (given: ProtocolTypeUpdate): Partial<Content> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
