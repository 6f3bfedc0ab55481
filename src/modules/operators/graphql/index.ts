import { OperatorFields } from './operator.fields.js';

export { OperatorObject } from './operator.type.js';

export const resolvers = [OperatorFields];
