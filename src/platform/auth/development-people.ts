import { createHash } from 'node:crypto';
import type { Scope } from './permissions.js';
import type { Role } from './roles.js';

/** Somebody of the demo operators, for whom a token can be had in development. */
export interface DevelopmentPerson {
  readonly operator: string;
  readonly role: Role;
  readonly subject: string;
  readonly name: string;
  /** Beneficiaries alone have one. */
  readonly membershipNumber?: string;
}

/** The first of an operator and role is the one that is meant where no name is given. */
export const developmentPeople: readonly DevelopmentPerson[] = [
  { operator: 'demo', role: 'ATTENDANT', subject: 'atendente.carla', name: 'Carla Mendes' },
  { operator: 'demo', role: 'ATTENDANT', subject: 'atendente.davi', name: 'Davi Castro' },
  { operator: 'demo', role: 'ATTENDANT', subject: 'auditor.marta', name: 'Marta Lopes' },
  { operator: 'demo', role: 'SUPERVISOR', subject: 'supervisor.paulo', name: 'Paulo Teixeira' },
  { operator: 'demo', role: 'SUPERVISOR', subject: 'ouvidora.lia', name: 'Lia Barros' },
  { operator: 'demo', role: 'CONFIGURATOR', subject: 'admin.rita', name: 'Rita Moraes' },
  { operator: 'demo', role: 'INTEGRATION', subject: 'integracao.erp', name: 'Integração ERP' },
  beneficiary('demo', 'ana.souza', 'Ana Souza', '0001000001'),
  beneficiary('demo', 'bruno.lima', 'Bruno Lima', '0001000002'),
  beneficiary('demo', 'elisa.rocha', 'Elisa Rocha', '0001000003'),
  beneficiary('demo', 'fabio.dias', 'Fábio Dias', '0001000004'),
  beneficiary('demo', 'gilda.melo', 'Gilda Melo', '0001000005'),
  beneficiary('demo', 'hugo.reis', 'Hugo Reis', '0001000006'),
  beneficiary('demo', 'ines.prado', 'Inês Prado', '0001000007'),
  beneficiary('demo', 'joao.neves', 'João Neves', '0001000008'),
  { operator: 'outra', role: 'ATTENDANT', subject: 'atendente.outra', name: 'Atendente da Outra' },
  { operator: 'outra', role: 'SUPERVISOR', subject: 'supervisor.outra', name: 'Supervisão da Outra' },
  { operator: 'outra', role: 'CONFIGURATOR', subject: 'configurador.outra', name: 'Configuração da Outra' },
  { operator: 'outra', role: 'INTEGRATION', subject: 'integracao.outra', name: 'Integração da Outra' },
  beneficiary('outra', 'beneficiario.outra', 'Beneficiário da Outra', '0002000001'),
];

function beneficiary(operator: string, subject: string, name: string, membershipNumber: string): DevelopmentPerson {
  return { operator, role: 'BENEFICIARY', subject, name, membershipNumber };
}

/** What the integrations of the demo operators may do. */
export const developmentScopes: readonly Scope[] = [
  'occurrence:read',
  'occurrence:create',
  'occurrence:changeStatus',
  'configuration:read',
];

/** The person that is meant: the first of the role, the one of that subject, or somebody new of that name. */
export function developmentPerson(operator: string, role: Role, subject?: string): DevelopmentPerson | undefined {
  const known = developmentPeople.filter((person) => person.operator === operator && person.role === role);
  if (subject === undefined) return known[0];
  const found = known.find((person) => person.subject === subject);
  if (found !== undefined) return found;
  if (role === 'BENEFICIARY') return beneficiary(operator, subject, subject, inventedNumber(operator, subject));
  return { operator, role, subject, name: subject };
}

/** The same member has the same number at every sign-in, and none of those above: they start with 000. */
function inventedNumber(operator: string, subject: string): string {
  const digest = createHash('sha256').update(`${operator}/${subject}`).digest();
  return `9${String(digest.readUIntBE(0, 6) % 1_000_000_000).padStart(9, '0')}`;
}
