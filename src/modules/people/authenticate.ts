import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../platform/auth/caller.js';
import type { Identity } from '../../platform/auth/claims.js';
import { permissionsOf } from '../../platform/auth/permissions.js';
import type { Database } from '../../platform/database/database.js';
import type { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { Latest } from '../../shared/latest.js';
import { plainText } from '../../shared/plain-text.js';
import { findOperatorBySlug } from '../operators/index.js';
import { BeneficiaryEntity, StaffEntity } from './person.entity.js';

/** How long an operator may be suspended before its callers are refused. */
const operatorFreshForMs = 1000;
const rememberedPeople = 10_000;

/**
 * Turns identities into callers. People are known by the subject of their token and made on first sight, from its
 * claims; null where the operator is unknown or suspended.
 */
export function createAuthenticator(database: Database, clock: Clock) {
  const operators = new Map<string, Latest<string | undefined>>();
  const people = new Map<string, string>();

  const operatorId = async (slug: string): Promise<string | undefined> => {
    const find = () => database.transaction({ operatorSlug: slug }, (em) => findOperatorBySlug(em, slug));
    const latest = operators.get(slug) ?? new Latest(async () => (await find())?.id, clock);
    operators.set(slug, latest);
    const id = await latest.within(operatorFreshForMs);
    // Names that somebody made up take no room.
    if (id === undefined) operators.delete(slug);
    return id;
  };

  const personId = async (operator: string, identity: Identity): Promise<string> => {
    const key = JSON.stringify([operator, identity.subject, identity.name, identity.roles]);
    const remembered = people.get(key);
    if (remembered !== undefined) return remembered;
    const recognised = () =>
      database.transaction({ operatorId: operator }, (em) => recognise(em, operator, identity, clock.now()));
    const id = await recognised().catch((error: unknown) => {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      // Somebody came with the same membership number at once, and is there by now.
      return recognised();
    });
    if (people.size >= rememberedPeople) people.clear();
    people.set(key, id);
    return id;
  };

  return async (identity: Identity): Promise<Caller | null> => {
    const operator = await operatorId(identity.operatorSlug);
    if (operator === undefined) return null;
    return {
      operatorId: operator,
      kind: kindOf(identity),
      personId: await personId(operator, identity),
      subject: identity.subject,
      name: identity.name,
      roles: identity.roles,
      permissions: permissionsOf(identity.roles, identity.scopes),
      expiresAt: identity.expiresAt,
    };
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;

function kindOf({ roles }: Identity): Caller['kind'] {
  if (roles.includes('BENEFICIARY')) return 'BENEFICIARY';
  return roles.every((role) => role === 'INTEGRATION') ? 'SYSTEM' : 'STAFF';
}

const recognise = (em: EntityManager, operatorId: string, identity: Identity, now: Date): Promise<string> =>
  identity.roles.includes('BENEFICIARY')
    ? recogniseBeneficiary(em, operatorId, identity, now)
    : recogniseStaff(em, operatorId, identity, now);

/** Where a token has no name its subject stands for it; that takes no name away. */
const isNamed = ({ name, subject }: Pick<Identity, 'name' | 'subject'>): boolean => name !== subject;

async function recogniseStaff(em: EntityManager, operatorId: string, identity: Identity, now: Date): Promise<string> {
  const { subject, name } = identity;
  const row = { operatorId, id: newId('attendant', now), subject, name, roles: [...identity.roles], createdAt: now };
  const staff = await em.upsert(StaffEntity, row, {
    onConflictFields: ['operatorId', 'subject'],
    onConflictMergeFields: isNamed(identity) ? ['name', 'roles'] : ['roles'],
  });
  return staff.id;
}

/** A member whom the operator's systems made known by number becomes the one who signs in with that number. */
async function recogniseBeneficiary(
  em: EntityManager,
  operatorId: string,
  { subject, name, claims }: Identity,
  now: Date,
): Promise<string> {
  const known = await em.findOne(BeneficiaryEntity, { operatorId, subject });
  if (known) {
    // A name that changed is taken over, unless the operator's systems say what it is.
    const change = { name, searchName: plainText(name) };
    if (isNamed({ name, subject }) && known.name !== name) {
      await em.nativeUpdate(BeneficiaryEntity, { operatorId, id: known.id, registeredAt: null }, change);
    }
    return known.id;
  }
  const { membershipNumber } = claims;
  if (membershipNumber !== undefined) {
    const linked = await em.nativeUpdate(
      BeneficiaryEntity,
      { operatorId, membershipNumber, subject: null },
      { subject },
    );
    if (linked > 0) return (await em.findOneOrFail(BeneficiaryEntity, { operatorId, subject })).id;
  }
  // A number that already belongs to another subject stays theirs: the newcomer is a person without one.
  const taken =
    membershipNumber !== undefined && (await em.count(BeneficiaryEntity, { operatorId, membershipNumber })) > 0;
  const row = {
    operatorId,
    id: newId('beneficiary', now),
    subject,
    name,
    searchName: plainText(name),
    membershipNumber: taken ? null : (membershipNumber ?? null),
    email: claims.email ?? null,
    phone: claims.phone ?? null,
    holderId: null,
    registeredAt: null,
    createdAt: now,
  };
  const made = await em.upsert(BeneficiaryEntity, row, {
    onConflictFields: ['operatorId', 'subject'],
    onConflictMergeFields: ['subject'],
  });
  return made.id;
}
