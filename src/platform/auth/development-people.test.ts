import { describe, expect, test } from 'vitest';
import { developmentPeople, developmentPerson } from './development-people.js';
import { roles } from './roles.js';

describe('developmentPerson', () => {
  test.each([
    ['demo', ['ana.souza', 'atendente.carla', 'supervisor.paulo', 'admin.rita', 'integracao.erp']],
    ['outra', ['beneficiario.outra', 'atendente.outra', 'supervisor.outra', 'configurador.outra', 'integracao.outra']],
  ])('%s has a first one of each role', (operator, subjects) => {
    expect(roles.map((role) => developmentPerson(operator, role)?.subject)).toEqual(subjects);
  });

  test('somebody new is named after the subject', () => {
    expect(developmentPerson('demo', 'SUPERVISOR', 'nova.pessoa')).toEqual({
      operator: 'demo',
      role: 'SUPERVISOR',
      subject: 'nova.pessoa',
      name: 'nova.pessoa',
    });
  });

  test('a new beneficiary gets a number of their own, the same every time', () => {
    const one = developmentPerson('demo', 'BENEFICIARY', 'novo.um')?.membershipNumber;
    expect(one).toMatch(/^9\d{9}$/);
    expect(developmentPerson('demo', 'BENEFICIARY', 'novo.um')?.membershipNumber).toBe(one);
    expect(developmentPerson('demo', 'BENEFICIARY', 'novo.dois')?.membershipNumber).not.toBe(one);
  });

  test('an operator of which nobody is known has no first one', () => {
    expect(developmentPerson('nova', 'ATTENDANT')).toBeUndefined();
  });
});

test('beneficiaries alone have a membership number, and subjects and numbers are unique', () => {
  for (const person of developmentPeople) {
    expect(person.membershipNumber !== undefined).toBe(person.role === 'BENEFICIARY');
  }
  const unique = new Set(
    developmentPeople.flatMap(({ subject, membershipNumber }) => [subject, membershipNumber ?? subject]),
  );
  expect(unique.size).toBe(developmentPeople.length + developmentPeople.filter((p) => p.membershipNumber).length);
});
