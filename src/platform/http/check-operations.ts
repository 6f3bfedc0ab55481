import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { RequestContext } from '../graphql/context.js';
import { costOf, type OperationGuards } from '../graphql/limits/index.js';
import { type Balance, headersOf, type RateLimits, refusalOf } from '../rate-limit/index.js';

/** Whether an operation that is valid may go on: by what it is, and by what its caller has left. */
export const checkOperations = (
  guards: OperationGuards,
  rateLimits: Pick<RateLimits, 'charge'> | undefined,
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart({ contextValue: { payer } }) {
    let charged: Promise<Balance | null> | undefined;
    const charge = (cost: number) =>
      (charged ??= payer && rateLimits ? rateLimits.charge(payer, cost) : Promise.resolve(null));
    return {
      async didResolveOperation({ schema, document, request: { operationName, variables } }) {
        const asked = { schema, document, operationName, variables };
        const refusal = guards.check(asked);
        if (refusal) throw refusal;
        const balance = await charge(costOf(asked));
        if (balance && !balance.granted) throw refusalOf(balance);
      },
      async willSendResponse({ response }) {
        const chargedBefore = charged !== undefined;
        // What came no further than this is not free either.
        const balance = await charge(0);
        if (!balance) return;
        for (const [name, value] of headersOf(balance)) response.http.headers.set(name, value);
        if (!balance.granted && !chargedBefore) refuse(response, balance);
      },
    };
  },
});

function refuse(response: GraphQLRequestContext<RequestContext>['response'], balance: Balance): void {
  const { message, extensions } = refusalOf(balance);
  response.http.status = 429;
  response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { code: extensions.code } }] } };
}
