import type { Problem } from '../../shared/problem.js';
import { actionFault, checkAction } from './action-rules.js';
import { checkChatRules } from './chat-rules.js';
import { conditionNames, intakeNames } from './conditions.js';
import type { TypeDefinition } from './definition.js';
import { type Fault, faultsOf } from './fault.js';
import type { KnownConfiguration } from './known-configuration.js';
import type { SlaUnit } from './model.js';
import { checkRegulatoryRules } from './regulatory-rules.js';
import { checkAnswer, checkStatus } from './status-rules.js';
import { checkStatusSet } from './status-set-rules.js';
import { checkTab, tabFault } from './tab-rules.js';
import { checkKey, checkKeysUnique, checkText, nameLength } from './text-rules.js';

/** The longest deadline: two years. */
const slaLimits: Readonly<Record<SlaUnit, number>> = {
  MINUTES: 1_051_200,
  HOURS: 17_520,
  DAYS: 730,
  // Some two years of ten hours on a business day: the clock counts them one by one, within the change.
  BUSINESS_HOURS: 5_000,
  BUSINESS_DAYS: 730,
};

/** How many elements a type may have: enough for any operator, and few enough to be checked and shown as a whole. */
export const elementLimits = { statuses: 100, tabs: 50, actions: 300 } as const;

/** Every problem of a type as a whole, all at once, each with its path. */
export function checkType(definition: TypeDefinition, known: KnownConfiguration): Problem[] {
  const fault = faultsOf('Occurrence type', definition);
  const tooMany = checkCounts(fault, definition);
  if (tooMany.length > 0) return tooMany;

  const { statuses, tabs, actions } = definition;
  const statusKeys = new Set(statuses.map((status) => status.key));
  const facts = {
    statusKeys,
    conditionNames: conditionNames(definition, known.forms),
    allowInsecureHooks: known.allowInsecureHooks ?? false,
  };
  return [
    ...checkOwnFields(fault, definition, known),
    ...statuses.flatMap((status) => [...checkStatus(status, statuses), ...checkAnswer(status, known.genericTerms)]),
    ...checkStatusSet(definition, fault),
    ...checkChatRules(definition, fault),
    ...tabs.flatMap((tab) => checkTab(tab, statusKeys, known)),
    ...checkKeysUnique(tabs, tabFault),
    ...actions.flatMap((action) => checkAction(action, facts)),
    ...checkKeysUnique(actions, actionFault),
  ];
}

const checkCounts = (fault: Fault, definition: TypeDefinition): Problem[] =>
  (['statuses', 'tabs', 'actions'] as const)
    .filter((list) => definition[list].length > elementLimits[list])
    .map((list) => fault('INVALID', `It has more than ${elementLimits[list]} ${list}.`, list));

function checkOwnFields(fault: Fault, definition: TypeDefinition, known: KnownConfiguration): Problem[] {
  return [
    ...checkKey(fault, definition.key),
    ...checkText(fault, definition.name, nameLength, 'name'),
    ...(known.protocolTypes.has(definition.protocolTypeId)
      ? []
      : [fault('NOT_FOUND', 'There is no such active protocol type.', 'protocolTypeId')]),
    ...checkCalendar(fault, definition, known),
    ...checkIntakeForm(fault, definition, known),
    ...checkSla(fault, definition),
    ...checkRegulatoryRules(fault, definition.regulatoryRules, intakeNames(definition, known.forms)),
  ];
}

const checkCalendar = (
  fault: Fault,
  { businessCalendarId: id }: TypeDefinition,
  known: KnownConfiguration,
): Problem[] =>
  id === null || known.businessCalendars.has(id)
    ? []
    : [fault('NOT_FOUND', 'There is no such active calendar.', 'businessCalendarId')];

function checkIntakeForm(fault: Fault, { intakeFormId, active }: TypeDefinition, known: KnownConfiguration): Problem[] {
  if (intakeFormId === null) return [];
  const form = known.forms.get(intakeFormId);
  if (!form) return [fault('NOT_FOUND', 'There is no such form.', 'intakeFormId')];
  return active && !form.active ? [fault('INVALID', 'The form is not active.', 'intakeFormId')] : [];
}

function checkSla(fault: Fault, { sla }: TypeDefinition): Problem[] {
  if (sla === null) return [];
  const within = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
  const most = slaLimits[sla.unit];
  return [
    ...(within(sla.amount, most)
      ? []
      : [fault('INVALID', `amount is from 1 to ${most} ${sla.unit}.`, 'sla', 'amount')]),
    ...(within(sla.warnAtPercent, 100)
      ? []
      : [fault('INVALID', 'warnAtPercent is from 1 to 100.', 'sla', 'warnAtPercent')]),
  ];
}
