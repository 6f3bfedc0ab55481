import { expect, it } from 'vitest';
import {
  GeneralUserError,
  StatusTransitionNotAllowed,
  userErrorOf,
  VersionConflict,
} from '../../src/platform/graphql/user-error.js';

it('tells a refused transition with where it could go', () => {
  const details = { from: 'aprovado', to: 'negado', allowed: ['pago'] };
  const error = userErrorOf({ code: 'TRANSITION_NOT_ALLOWED', message: 'no', path: ['input', 'statusKey'], details });
  expect(error).toBeInstanceOf(StatusTransitionNotAllowed);
  expect({ ...error }).toEqual({
    code: 'TRANSITION_NOT_ALLOWED',
    message: 'no',
    path: ['input', 'statusKey'],
    ...details,
  });
});

it('tells a conflict with the version of now', () => {
  const error = userErrorOf({ code: 'CONFLICT', message: 'no', details: { currentVersion: 3 } });
  expect(error).toBeInstanceOf(VersionConflict);
  expect(error).toMatchObject({ currentVersion: 3, path: null });
});

it('tells everything else in general', () => {
  expect(userErrorOf({ code: 'REQUIRED', message: 'no' })).toBeInstanceOf(GeneralUserError);
});
