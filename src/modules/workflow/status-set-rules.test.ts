import { describe, expect, it } from 'vitest';
import { type ExampleInput, type Found, foundIn } from './example-type.fixture.js';

const status = (input: ExampleInput, i: number) => input.statuses[i]!;
const tab = (input: ExampleInput, i: number) => input.tabs![i]!;

describe('the statuses of a type', () => {
  it.each<[string, (input: ExampleInput) => void, Found[]]>([
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
      'may have one that starts attendance where the type allows none: systems enter it',
      (i) => (i.allowsAttendance = false),
      [],
    ],
    [
      'have one at most that starts attendance where the type allows none, too',
      (i) => {
        i.allowsAttendance = false;
        status(i, 2).startsAttendance = true;
      },
      [['INVALID', 'input.statuses.2.startsAttendance']],
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
    expect(foundIn((input) => void bend(input))).toEqual(expected);
  });
});
