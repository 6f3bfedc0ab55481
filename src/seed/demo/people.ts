import type { Member, StaffMember } from './content.js';

export const staff: readonly StaffMember[] = [
  { subject: 'atendente.carla', role: 'ATTENDANT', name: 'Carla Mendes' },
  { subject: 'atendente.davi', role: 'ATTENDANT', name: 'Davi Castro' },
  { subject: 'auditor.marta', role: 'ATTENDANT', name: 'Marta Lopes' },
  { subject: 'supervisor.paulo', role: 'SUPERVISOR', name: 'Paulo Teixeira' },
  { subject: 'ouvidora.lia', role: 'SUPERVISOR', name: 'Lia Barros' },
  { subject: 'admin.rita', role: 'CONFIGURATOR', name: 'Rita Moraes' },
  {
    subject: 'integracao.erp',
    role: 'INTEGRATION',
    name: 'Integração ERP',
    scopes: ['occurrence:read', 'occurrence:create', 'occurrence:changeStatus', 'configuration:read'],
  },
];

const member = (number: number, subject: string, name: string): Member => ({
  subject,
  membershipNumber: String(1_000_000 + number).padStart(10, '0'),
  name,
  email: `${subject}@example.org`,
  // No mobile number begins with 90: nobody is called.
  phone: `+55279${String(number).padStart(8, '0')}`,
});

export const members: readonly Member[] = [
  member(1, 'ana.souza', 'Ana Souza'),
  member(2, 'bruno.lima', 'Bruno Lima'),
  { ...member(3, 'elisa.rocha', 'Elisa Rocha'), holderMembershipNumber: '0001000001' },
  member(4, 'fabio.dias', 'Fábio Dias'),
  member(5, 'gilda.melo', 'Gilda Melo'),
  member(6, 'hugo.reis', 'Hugo Reis'),
  member(7, 'ines.prado', 'Inês Prado'),
  member(8, 'joao.neves', 'João Neves'),
];
