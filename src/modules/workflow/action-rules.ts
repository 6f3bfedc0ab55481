import type { Problem } from '../../shared/problem.js';
import { checkConfig } from './action-config.js';
import { checkCondition } from './conditions.js';
import type { ActionDefinition } from './definition.js';
import { type Fault, faultsOf, placed } from './fault.js';
import { checkKey, checkText, nameLength } from './text-rules.js';

export interface ActionFacts {
  readonly statusKeys: ReadonlySet<string>;
  /** What a condition may read: see `conditionNames`. */
  readonly conditionNames: ReadonlySet<string>;
  readonly allowInsecureHooks: boolean;
}

export const actionFault = (action: ActionDefinition): Fault => faultsOf('Action', action);

/** What is wrong with one action: its own fields, its config for its kind, its condition. */
export function checkAction(action: ActionDefinition, facts: ActionFacts): Problem[] {
  const fault = actionFault(action);
  const condition =
    action.condition === null ? [] : checkCondition(action.condition, facts.conditionNames, ['condition']);
  return [
    ...checkKey(fault, action.key),
    ...checkText(fault, action.description, nameLength, 'description'),
    ...(facts.statusKeys.has(action.statusKey)
      ? []
      : [fault('NOT_FOUND', `There is no status "${action.statusKey.slice(0, 64)}".`, 'statusKey')]),
    ...placed(fault, [...checkConfig(action.kind, action.config, ['config'], facts), ...condition]),
  ];
}
