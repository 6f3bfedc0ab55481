import { expect, it } from 'vitest';
import { developmentPeople, developmentScopes } from '../../platform/auth/development-people.js';
import { demo } from './demo.js';
import { outra } from './outra.js';

it('holds the people that tokens can be had for, under the same names and numbers', () => {
  const seeded = [demo, outra].flatMap(({ slug, staff, beneficiaries }) => [
    ...staff.map(({ subject, role, name }) => ({ operator: slug, role, subject, name })),
    ...beneficiaries.map(({ subject, name, membershipNumber }) => ({
      operator: slug,
      role: 'BENEFICIARY',
      subject,
      name,
      membershipNumber,
    })),
  ]);
  expect(seeded).toEqual(expect.arrayContaining([...developmentPeople]));
  expect(seeded).toHaveLength(developmentPeople.length);
});

it('gives integrations the scopes that their tokens have', () => {
  for (const { staff } of [demo, outra]) {
    expect(staff.find(({ role }) => role === 'INTEGRATION')?.scopes).toEqual(developmentScopes);
  }
});
