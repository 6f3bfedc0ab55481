export { type Authenticator, createAuthenticator } from './authenticate.js';
export { beneficiaryLoader, familyOf } from './beneficiary-loaders.js';
export { AttendantObject } from './graphql/attendant.type.js';
export { BeneficiaryObject } from './graphql/beneficiary.type.js';
export { RoleEnum } from './graphql/role.enum.js';
export { peopleNodes } from './node-loaders.js';
export { type Beneficiary, BeneficiaryEntity, type Staff, StaffEntity } from './person.entity.js';
export { isAttendant, staffLoader } from './staff-loaders.js';
export { upsertBeneficiary } from './upsert-beneficiary.js';
