import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema, type NonEmptyArray, type PubSub } from 'type-graphql';
import { AccessChecker } from './access.js';

/** Every subscription names its own source; nothing is ever published through the schema. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('a subscription without a source of its own');
  },
};

/** A class of resolvers: it is made with all services, and takes those that it names. */
// oxlint-disable-next-line typescript/no-unsafe-function-type
export type ResolverClass = Function;

/** The schema; `make` gives the instance of a resolver class. */
export async function buildGraphQLSchema(
  resolvers: readonly ResolverClass[],
  make: (resolver: new (services: unknown) => unknown) => unknown,
): Promise<GraphQLSchema> {
  const instances = new Map<unknown, unknown>();
  const schema = await buildSchema({
    resolvers: resolvers as NonEmptyArray<ResolverClass>,
    container: {
      get(resolver: new (services: unknown) => unknown) {
        if (!instances.has(resolver)) instances.set(resolver, make(resolver));
        return instances.get(resolver);
      },
    },
    authChecker: AccessChecker,
    pubSub: noPubSub,
    validate: false,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  });
  describe(schema.getQueryType(), 'What can be asked. No operation takes an operator: it comes from the credentials.');
  describe(
    schema.getMutationType(),
    'What can be changed. Each answers with its result, or with what the user can mend.',
  );
  describe(schema.getSubscriptionType(), 'What can be followed live, over graphql-transport-ws.');
  return schema;
}

/** TypeGraphQL has no option for the descriptions of the root types. */
function describe(type: { description?: string | null | undefined } | null | undefined, description: string): void {
  if (type) type.description = description;
}
