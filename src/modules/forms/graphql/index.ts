import { FormDefinitionCreateMutation } from './form-definition-create.mutation.js';
import { FormDefinitionUpdateMutation } from './form-definition-update.mutation.js';
import { FormDefinitionsQuery } from './form-definitions.query.js';

export { FormDefinitionObject } from './form-definition.type.js';

export const resolvers = [FormDefinitionsQuery, FormDefinitionCreateMutation, FormDefinitionUpdateMutation];
