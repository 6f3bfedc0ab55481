import type { Problem } from '../../shared/problem.js';
import type { TabDefinition } from './definition.js';
import { type Fault, faultsOf } from './fault.js';
import type { KnownConfiguration } from './known-configuration.js';
import { checkKey, checkOrder, checkStatusKeys, checkText, nameLength } from './text-rules.js';

export const tabFault = (tab: TabDefinition): Fault => faultsOf('Tab', tab);

export function checkTab(tab: TabDefinition, statusKeys: ReadonlySet<string>, known: KnownConfiguration): Problem[] {
  const fault = tabFault(tab);
  return [
    ...checkKey(fault, tab.key),
    ...checkText(fault, tab.name, nameLength, 'name'),
    ...checkOrder(fault, tab.displayOrder),
    ...(tab.content === 'FORM' ? checkForm(fault, tab, known) : checkPanel(fault, tab)),
    ...checkStatusKeys(fault, tab.requiredForStatusKeys, statusKeys, 'requiredForStatusKeys'),
    ...(tab.filledByBeneficiary && !tab.visibleToBeneficiary
      ? [fault('INVALID', 'What a beneficiary fills in is visible to them.', 'filledByBeneficiary')]
      : []),
  ];
}

function checkForm(fault: Fault, tab: TabDefinition, known: KnownConfiguration): Problem[] {
  if (tab.formId === null) return [fault('REQUIRED', 'A tab with content FORM has a form.', 'formId')];
  const form = known.forms.get(tab.formId);
  if (!form) return [fault('NOT_FOUND', 'There is no such form.', 'formId')];
  return tab.active && !form.active ? [fault('INVALID', 'The form is not active.', 'formId')] : [];
}

/** A standing panel has nothing to fill in. */
const checkPanel = (fault: Fault, tab: TabDefinition): Problem[] => [
  ...(tab.formId === null ? [] : [fault('INVALID', `A tab with content ${tab.content} has no form.`, 'formId')]),
  ...(tab.required ? [fault('INVALID', 'A tab without a form has nothing to require.', 'required')] : []),
  ...(tab.requiredForStatusKeys.length > 0
    ? [fault('INVALID', 'A tab without a form has nothing to require.', 'requiredForStatusKeys')]
    : []),
];
