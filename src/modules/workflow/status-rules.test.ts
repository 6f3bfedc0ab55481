import { describe, expect, it } from 'vitest';
import { type ExampleInput, type Found, foundIn } from './example-type.fixture.js';

const status = (input: ExampleInput, i: number) => input.statuses[i]!;

describe('a status', () => {
  it.each<[string, (input: ExampleInput) => void, Found[]]>([
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
    [
      'tells what was concluded where it is conclusive, which is asked along with all else',
      (i) => {
        status(i, 2).externalDescription = 'Sua solicitação está EM ANÁLISE.';
        status(i, 2).color = 'blue';
      },
      [
        ['INVALID', 'input.statuses.2.color'],
        ['GENERIC_ANSWER', 'input.statuses.2.externalDescription'],
      ],
    ],
    [
      'may say that it is looked at where it concludes nothing',
      (i) => (status(i, 1).externalDescription = 'Em análise'),
      [],
    ],
    [
      'may say so where it resolves without concluding',
      (i) => Object.assign(status(i, 2), { externalDescription: 'Em auditoria', conclusive: false }),
      [],
    ],
    ['may resolve without being of that category', (i) => (status(i, 2).category = 'CLOSED'), []],
  ])('%s', (_name, bend, expected) => {
    expect(foundIn((input) => void bend(input))).toEqual(expected);
  });
});
