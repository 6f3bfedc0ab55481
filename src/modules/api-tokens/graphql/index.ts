import { ApiTokenCreateMutation } from './api-token-create.mutation.js';
import { ApiTokenRevokeMutation } from './api-token-revoke.mutation.js';
import { ApiTokensQuery } from './api-tokens.query.js';

export const resolvers = [ApiTokensQuery, ApiTokenCreateMutation, ApiTokenRevokeMutation];
