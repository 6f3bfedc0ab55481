import { ProtocolTypeCreateMutation } from './protocol-type-create.mutation.js';
import { ProtocolTypeFields } from './protocol-type.fields.js';
import { ProtocolTypeUpdateMutation } from './protocol-type-update.mutation.js';
import { ProtocolTypesQuery } from './protocol-types.query.js';

export { ProtocolTypeObject } from './protocol-type.type.js';

export const resolvers = [
  ProtocolTypesQuery,
  ProtocolTypeFields,
  ProtocolTypeCreateMutation,
  ProtocolTypeUpdateMutation,
];
