import { AttendantsQuery } from './attendants.query.js';
import { BeneficiariesQuery } from './beneficiaries.query.js';
import { BeneficiaryUpsertMutation } from './beneficiary-upsert.mutation.js';
import { BeneficiaryFields } from './beneficiary.fields.js';
import { ViewerFields } from './viewer.fields.js';
import { ViewerQuery } from './viewer.query.js';

export const resolvers = [
  ViewerQuery,
  ViewerFields,
  BeneficiariesQuery,
  BeneficiaryFields,
  BeneficiaryUpsertMutation,
  AttendantsQuery,
];
