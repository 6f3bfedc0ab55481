import { describe, expect, it } from 'vitest';
import { typeDefinition } from './definition-create.js';
import { exampleInput, exampleKnown } from './example-type.fixture.js';
import { checkType, elementLimits } from './type-rules.js';

type Input = ReturnType<typeof exampleInput>;
type Found = [string, string];

const found = (bend: (input: Input) => void): Found[] => {
  const input = exampleInput();
  bend(input);
  return checkType(typeDefinition(input), exampleKnown).map(({ code, path }) => [code, path!.join('.')]);
};
const status = (input: Input, i: number) => input.statuses[i]!;
const tab = (input: Input, i: number) => input.tabs![i]!;
const action = (input: Input, i: number) => input.actions![i]!;

it('the example satisfies every rule', () => {
  expect(found(() => {})).toEqual([]);
});

it('all problems come back together, each with its path', () => {
  expect(
    found((input) => {
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
  it.each<[string, (input: Input) => void, Found[]]>([
    ['has a key in lower case', (i) => (i.key = 'Reembolso'), [['INVALID', 'input.key']]],
    ['has a key that begins with a letter', (i) => (i.key = '1a'), [['INVALID', 'input.key']]],
    ['has a key without hyphens', (i) => (i.key = 'a-b'), [['INVALID', 'input.key']]],
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
    expect(found((input) => void bend(input))).toEqual(expected);
  });

  it('has a bounded number of elements', () => {
    expect(
      found((input) => {
        input.tabs = Array.from({ length: elementLimits.tabs + 1 }, () => ({ key: 'a', name: 'a' }));
      }),
    ).toEqual([['INVALID', 'input.tabs']]);
  });
});

describe('a status', () => {
  it.each<[string, (input: Input) => void, Found[]]>([
    [
      'has a key of its own',
      (i) => (status(i, 2).key = 'em_analise'),
      [
        ['TAKEN', 'input.statuses.2.key'],
        ['NOT_FOUND', 'input.tabs.0.requiredForStatusKeys.0'],
        ['NOT_FOUND', 'input.actions.0.statusKey'],
      ],
    ],
    [
      'has an internal description',
      (i) => (status(i, 0).internalDescription = ''),
      [['REQUIRED', 'input.statuses.0.internalDescription']],
    ],
    [
      'has an external description',
      (i) => (status(i, 0).externalDescription = '\n'),
      [['REQUIRED', 'input.statuses.0.externalDescription']],
    ],
    [
      'has descriptions of 500 characters at most',
      (i) => (status(i, 0).externalDescription = 'a'.repeat(501)),
      [['INVALID', 'input.statuses.0.externalDescription']],
    ],
    ['has no colour of three digits', (i) => (status(i, 0).color = '#FFF'), [['INVALID', 'input.statuses.0.color']]],
    ['has no colour by name', (i) => (status(i, 0).color = 'blue'), [['INVALID', 'input.statuses.0.color']]],
    [
      'has no colour with other than hexadecimal digits',
      (i) => (status(i, 0).color = '#1D4EDG'),
      [['INVALID', 'input.statuses.0.color']],
    ],
    [
      'has no colour with a line end',
      (i) => (status(i, 0).color = '#1D4ED8\n'),
      [['INVALID', 'input.statuses.0.color']],
    ],
    [
      'has an order in whole numbers',
      (i) => (status(i, 0).displayOrder = 1.5),
      [['INVALID', 'input.statuses.0.displayOrder']],
    ],
    [
      'has an order of 32 bits',
      (i) => (status(i, 0).displayOrder = 2 ** 31),
      [['INVALID', 'input.statuses.0.displayOrder']],
    ],
    [
      'is not moved to by beneficiaries',
      (i) => (status(i, 0).allowedRoles = ['ATTENDANT', 'BENEFICIARY']),
      [['INVALID', 'input.statuses.0.allowedRoles']],
    ],
    [
      'is moved to by somebody',
      (i) => (status(i, 0).allowedRoles = []),
      [['INVALID', 'input.statuses.0.allowedRoles']],
    ],
    ['may be for systems alone', (i) => (status(i, 2).allowedRoles = ['INTEGRATION']), []],
    [
      'lists next ones that exist',
      (i) => (status(i, 1).nextStatusKeys = ['pago', 'none']),
      [['NOT_FOUND', 'input.statuses.1.nextStatusKeys.1']],
    ],
    [
      'lists a next one once',
      (i) => (status(i, 1).nextStatusKeys = ['pago', 'pago']),
      [['INVALID', 'input.statuses.1.nextStatusKeys.1']],
    ],
    [
      'is not next to itself',
      (i) => (status(i, 1).nextStatusKeys = ['pago', 'em_analise']),
      [['INVALID', 'input.statuses.1.nextStatusKeys.1']],
    ],
    [
      'lists no next ones where it closes',
      (i) => (status(i, 2).nextStatusKeys = ['em_analise']),
      [['INVALID', 'input.statuses.2.nextStatusKeys']],
    ],
    ['may say that it lists none where it closes', (i) => (status(i, 2).nextStatusKeys = []), []],
    [
      'names previous ones that exist',
      (i) => (status(i, 2).previousStatusKeys = ['none']),
      [['NOT_FOUND', 'input.statuses.2.previousStatusKeys.0']],
    ],
    [
      'names a previous one once',
      (i) => (status(i, 2).previousStatusKeys = ['solicitado', 'solicitado']),
      [['INVALID', 'input.statuses.2.previousStatusKeys.1']],
    ],
    [
      'is not previous to itself',
      (i) => (status(i, 1).previousStatusKeys = ['em_analise']),
      [['INVALID', 'input.statuses.1.previousStatusKeys.0']],
    ],
    [
      'does not come after a closing one',
      (i) => (status(i, 1).previousStatusKeys = ['pago']),
      [['INVALID', 'input.statuses.1.previousStatusKeys.0']],
    ],
    ['may resolve without being of that category', (i) => (status(i, 2).category = 'CLOSED'), []],
  ])('%s', (_name, bend, expected) => {
    expect(found((input) => void bend(input))).toEqual(expected);
  });
});

describe('the statuses of a type', () => {
  it.each<[string, (input: Input) => void, Found[]]>([
    ['have a default', (i) => (status(i, 0).isDefault = false), [['REQUIRED', 'input.statuses']]],
    [
      'have an active default',
      (i) => {
        status(i, 0).active = false;
      },
      [['REQUIRED', 'input.statuses']],
    ],
    ['have one default', (i) => (status(i, 1).isDefault = true), [['INVALID', 'input.statuses.1.isDefault']]],
    [
      'may have a second default that is inactive',
      (i) => {
        i.statuses.push({ ...status(i, 0), key: 'antigo', active: false });
      },
      [],
    ],
    ['have one that closes', (i) => (status(i, 2).closes = false), [['REQUIRED', 'input.statuses']]],
    ['have an active one that closes', (i) => (status(i, 2).active = false), [['REQUIRED', 'input.statuses']]],
    [
      'have one at most that starts attendance',
      (i) => {
        status(i, 2).startsAttendance = true;
      },
      [['INVALID', 'input.statuses.2.startsAttendance']],
    ],
    [
      'have one that starts attendance where a tab is required',
      (i) => (status(i, 1).startsAttendance = false),
      [['REQUIRED', 'input.statuses']],
    ],
    [
      'need none that starts attendance where no tab is required',
      (i) => {
        status(i, 1).startsAttendance = false;
        tab(i, 0).required = false;
      },
      [],
    ],
    [
      'need none that starts attendance where the required tab is inactive',
      (i) => {
        status(i, 1).startsAttendance = false;
        tab(i, 0).active = false;
      },
      [],
    ],
    [
      'start no attendance where the type allows none',
      (i) => (i.allowsAttendance = false),
      [['INVALID', 'input.statuses.1.startsAttendance']],
    ],
    [
      'need none that starts attendance where the type allows none',
      (i) => {
        i.allowsAttendance = false;
        status(i, 1).startsAttendance = false;
      },
      [],
    ],
    [
      'are all reached from the default',
      (i) => (status(i, 1).nextStatusKeys = ['solicitado']),
      [['INVALID', 'input.statuses.2']],
    ],
    [
      'are not reached by way of an inactive one',
      (i) => {
        i.statuses.push({
          ...status(i, 1),
          key: 'via',
          startsAttendance: false,
          active: false,
          nextStatusKeys: ['pago'],
        });
        status(i, 1).nextStatusKeys = ['via'];
      },
      [['INVALID', 'input.statuses.2']],
    ],
    [
      'need not be reached while they are inactive, and may be listed',
      (i) => {
        i.statuses.push({ ...status(i, 2), key: 'antigo', active: false });
        status(i, 0).nextStatusKeys = ['em_analise', 'antigo'];
        status(i, 1).nextStatusKeys = ['pago'];
      },
      [],
    ],
    [
      'may be a single default that closes',
      (i) => {
        i.statuses = [{ ...status(i, 2), isDefault: true }];
        i.tabs = [];
        i.actions = [];
        i.allowsAttendance = false;
      },
      [],
    ],
    [
      'lead nowhere from a default that closes',
      (i) => {
        i.statuses = [
          { ...status(i, 2), isDefault: true },
          { ...status(i, 1), startsAttendance: false },
        ];
        i.tabs = [];
        i.actions = [];
      },
      [['INVALID', 'input.statuses.1']],
    ],
    [
      'are some',
      (i) => {
        i.statuses = [];
        i.tabs = [];
        i.actions = [];
      },
      [
        ['REQUIRED', 'input.statuses'],
        ['REQUIRED', 'input.statuses'],
      ],
    ],
  ])('%s', (_name, bend, expected) => {
    expect(found((input) => void bend(input))).toEqual(expected);
  });
});

describe('a tab', () => {
  it.each<[string, (input: Input) => void, Found[]]>([
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
    expect(found((input) => void bend(input))).toEqual(expected);
  });
});

describe('an action', () => {
  it.each<[string, (input: Input) => void, Found[]]>([
    ['has a well-formed key', (i) => (action(i, 0).key = 'push pago'), [['INVALID', 'input.actions.0.key']]],
    [
      'has a key of its own',
      (i) => {
        i.actions!.push(action(i, 0));
      },
      [['TAKEN', 'input.actions.1.key']],
    ],
    ['has a description', (i) => (action(i, 0).description = ''), [['REQUIRED', 'input.actions.0.description']]],
    [
      'names a status of its type',
      (i) => (action(i, 0).statusKey = 'none'),
      [['NOT_FOUND', 'input.actions.0.statusKey']],
    ],
    ['has the config of its kind', (i) => (action(i, 0).config = {}), [['REQUIRED', 'input.actions.0.config.body']]],
    ['needs no condition', (i) => (action(i, 0).condition = null), []],
    ['reads the intake', (i) => (action(i, 0).condition = { '!!': { var: 'formulario.endereco.cidade' } }), []],
    [
      'reads known fields alone',
      (i) => (action(i, 0).condition = { '!!': { var: 'formulario.cpf' } }),
      [['INVALID', 'input.actions.0.condition.!!.var']],
    ],
    [
      'goes to https addresses',
      (i) => {
        action(i, 0).kind = 'HOOK';
        action(i, 0).config = { url: 'http://erp.example' };
      },
      [['INVALID', 'input.actions.0.config.url']],
    ],
  ])('%s', (_name, bend, expected) => {
    expect(found((input) => void bend(input))).toEqual(expected);
  });

  it('goes to http addresses where the deployment allows them', () => {
    const input = exampleInput();
    input.actions![0] = { ...action(input, 0), kind: 'HOOK', config: { url: 'http://127.0.0.1:8080/hook' } };
    expect(checkType(typeDefinition(input), { ...exampleKnown, allowInsecureHooks: true })).toEqual([]);
  });
});
