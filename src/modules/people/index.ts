export { type Authenticator, createAuthenticator } from './authenticate.js';
export { type Beneficiary, BeneficiaryEntity, type Staff, StaffEntity } from './person.entity.js';
