import { type Problem, problem } from '../../shared/problem.js';
import { checkKey, checkName } from '../configuration/index.js';
import type { Content } from './team-content.js';
import { assigns, type Team } from './team.js';

const most = { typeIds: 100, memberIds: 200, openLimit: 10_000 } as const;

export interface Known {
  /** The other teams of the operator. */
  readonly others: readonly Team[];
  /** The ids of the operator's types. */
  readonly types: ReadonlySet<string>;
  /** The ids of the attendants and supervisors. */
  readonly attendants: ReadonlySet<string>;
}

/** Every problem of a team, each with its path. */
export function checkTeam(content: Content, { others, types, attendants }: Known): Problem[] {
  const { key, name, openLimit } = content;
  const taken = others.some((other) => other.key === key);
  const wrongLimit = openLimit !== null && (openLimit < 1 || openLimit > most.openLimit);
  return [
    ...checkKey(key, taken, ['input', 'key']),
    ...checkName(name, ['input', 'name']),
    ...checkIds(content, 'typeIds', types),
    ...checkIds(content, 'memberIds', attendants),
    ...checkAssigned(content, others),
    ...(wrongLimit ? [problem('INVALID', `A limit is 1 to ${most.openLimit}.`, ['input', 'openLimit'])] : []),
  ];
}

function checkIds(content: Content, field: 'typeIds' | 'memberIds', known: ReadonlySet<string>): Problem[] {
  const ids = content[field];
  if (ids.length > most[field]) return [problem('INVALID', `${most[field]} at the most.`, ['input', field])];
  const missing = field === 'typeIds' ? 'There is no such type.' : 'There is no such attendant or supervisor.';
  return ids.flatMap((id, index) => {
    const path = ['input', field, `${index}`];
    if (!known.has(id)) return [problem('NOT_FOUND', missing, path)];
    return ids.indexOf(id) < index ? [problem('TAKEN', 'It is there already.', path)] : [];
  });
}

/** What is new of a type is given out by one team, or it would not be known by which. */
function checkAssigned(content: Content, others: readonly Team[]): Problem[] {
  if (!assigns(content)) return [];
  return content.typeIds.flatMap((id, index) => {
    const other = others.find((team) => assigns(team) && team.typeIds.includes(id));
    const message = `Team "${other?.key}" gives out what is new of this type.`;
    return other ? [problem('TAKEN', message, ['input', 'typeIds', `${index}`])] : [];
  });
}
