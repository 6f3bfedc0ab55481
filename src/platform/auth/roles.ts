export const roles = ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR', 'INTEGRATION'] as const;
export type Role = (typeof roles)[number];
