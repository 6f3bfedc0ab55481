import { describe, expect, it } from 'vitest';
import { type ExampleInput, type Found, foundIn } from './example-type.fixture.js';

import { elementLimits } from './type-rules.js';

const status = (input: ExampleInput, i: number) => input.statuses[i]!;
const tab = (input: ExampleInput, i: number) => input.tabs![i]!;
const action = (input: ExampleInput, i: number) => input.actions![i]!;

it('the example satisfies every rule', () => {
  expect(foundIn(() => {})).toEqual([]);
});

it('all problems come back together, each with its path', () => {
  expect(
    foundIn((input) => {
      input.name = ' ';
      status(input, 0).color = 'blue';
      tab(input, 0).formId = 'frm_none';
      action(input, 0).statusKey = 'none';
    }),
  ).toEqual([
    ['REQUIRED', 'input.name'],
    ['INVALID', 'input.statuses.0.color'],
    ['NOT_FOUND', 'input.tabs.0.formId'],
    ['NOT_FOUND', 'input.actions.0.statusKey'],
    ['INVALID', 'input.actions.0.condition.>.0.var'],
  ]);
});

describe('a type', () => {
  it.each<[string, (input: ExampleInput) => void, Found[]]>([
    ['has a key in lower case', (i) => (i.key = 'Reembolso'), [['INVALID', 'input.key']]],
    ['has a key that begins with a letter', (i) => (i.key = '1a'), [['INVALID', 'input.key']]],
    ['may have a key with hyphens, as forms and features do', (i) => (i.key = 'a-b'), []],
    ['may have a key of 64 characters', (i) => (i.key = 'a'.repeat(64)), []],
    ['has no longer key', (i) => (i.key = 'a'.repeat(65)), [['INVALID', 'input.key']]],
    ['has a name', (i) => (i.name = ''), [['REQUIRED', 'input.name']]],
    ['may have a name of 200 characters', (i) => (i.name = 'a'.repeat(200)), []],
    ['has no longer name', (i) => (i.name = 'a'.repeat(201)), [['INVALID', 'input.name']]],
    ['names a known protocol type', (i) => (i.protocolTypeId = 'prt_x'), [['NOT_FOUND', 'input.protocolTypeId']]],
    ['needs no intake form', (i) => (i.intakeFormId = null), []],
    ['names a known intake form', (i) => (i.intakeFormId = 'frm_x'), [['NOT_FOUND', 'input.intakeFormId']]],
    ['names an active intake form', (i) => (i.intakeFormId = 'frm_antigo'), [['INVALID', 'input.intakeFormId']]],
    ['needs no deadline', (i) => (i.sla = null), []],
    ['has a deadline of at least 1', (i) => (i.sla!.amount = 0), [['INVALID', 'input.sla.amount']]],
    ['has a deadline of two years at most', (i) => (i.sla!.amount = 731), [['INVALID', 'input.sla.amount']]],
    ['may have a deadline in many minutes', (i) => (i.sla = { amount: 1_051_200, unit: 'MINUTES' }), []],
    ['warns at 1 percent or later', (i) => (i.sla!.warnAtPercent = 0), [['INVALID', 'input.sla.warnAtPercent']]],
    ['warns at 100 percent or earlier', (i) => (i.sla!.warnAtPercent = 101), [['INVALID', 'input.sla.warnAtPercent']]],
    ['may warn at 100 percent', (i) => (i.sla!.warnAtPercent = 100), []],
  ])('%s', (_name, bend, expected) => {
    expect(foundIn((input) => void bend(input))).toEqual(expected);
  });

  it('has a bounded number of elements', () => {
    expect(
      foundIn((input) => {
        input.tabs = Array.from({ length: elementLimits.tabs + 1 }, () => ({ key: 'a', name: 'a' }));
      }),
    ).toEqual([['INVALID', 'input.tabs']]);
  });
});
