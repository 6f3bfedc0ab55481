import { describe, expect, it } from 'vitest';
import { type ExampleInput, type Found, foundIn } from './example-type.fixture.js';

const tab = (input: ExampleInput, i: number) => input.tabs![i]!;

describe('a tab', () => {
  it.each<[string, (input: ExampleInput) => void, Found[]]>([
    ['has a key of its own', (i) => (tab(i, 1).key = 'dados'), [['TAKEN', 'input.tabs.1.key']]],
    ['has a well-formed key', (i) => (tab(i, 1).key = 'Histórico'), [['INVALID', 'input.tabs.1.key']]],
    ['may share its key with a status', (i) => (tab(i, 1).key = 'pago'), []],
    ['has a name', (i) => (tab(i, 1).name = ''), [['REQUIRED', 'input.tabs.1.name']]],
    [
      'has an order in whole numbers',
      (i) => (tab(i, 1).displayOrder = 0.1),
      [['INVALID', 'input.tabs.1.displayOrder']],
    ],
    [
      'with content FORM has a form',
      (i) => {
        i.tabs!.push({ key: 'nova', name: 'Nova' });
      },
      [['REQUIRED', 'input.tabs.2.formId']],
    ],
    [
      'has a form that exists',
      (i) => {
        i.tabs!.push({ key: 'nova', name: 'Nova', formId: 'frm_x' });
      },
      [['NOT_FOUND', 'input.tabs.2.formId']],
    ],
    [
      'has an active form',
      (i) => {
        i.tabs!.push({ key: 'nova', name: 'Nova', formId: 'frm_antigo' });
      },
      [['INVALID', 'input.tabs.2.formId']],
    ],
    [
      'may have an inactive form while it is inactive itself',
      (i) => {
        i.tabs!.push({ key: 'nova', name: 'Nova', formId: 'frm_antigo', active: false });
      },
      [],
    ],
    ['with other content has no form', (i) => (tab(i, 1).formId = 'frm_dados'), [['INVALID', 'input.tabs.1.formId']]],
    ['with other content is not required', (i) => (tab(i, 1).required = true), [['INVALID', 'input.tabs.1.required']]],
    [
      'with other content is not required for a status',
      (i) => (tab(i, 1).requiredForStatusKeys = ['pago']),
      [['INVALID', 'input.tabs.1.requiredForStatusKeys']],
    ],
    [
      'is required for statuses that exist',
      (i) => (tab(i, 0).requiredForStatusKeys = ['pago', 'none']),
      [['NOT_FOUND', 'input.tabs.0.requiredForStatusKeys.1']],
    ],
    [
      'is required for a status once',
      (i) => (tab(i, 0).requiredForStatusKeys = ['pago', 'pago']),
      [['INVALID', 'input.tabs.0.requiredForStatusKeys.1']],
    ],
    [
      'filled in by beneficiaries is visible to them',
      (i) => (tab(i, 0).filledByBeneficiary = true),
      [['INVALID', 'input.tabs.0.filledByBeneficiary']],
    ],
    [
      'may be visible to beneficiaries and filled in by them',
      (i) => {
        tab(i, 0).filledByBeneficiary = true;
        tab(i, 0).visibleToBeneficiary = true;
      },
      [],
    ],
  ])('%s', (_name, bend, expected) => {
    expect(foundIn((input) => void bend(input))).toEqual(expected);
  });
});
