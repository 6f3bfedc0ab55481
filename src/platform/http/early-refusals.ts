import { createHash } from 'node:crypto';
import { type DocumentNode, getOperationAST, GraphQLError, Kind } from 'graphql';
import { badRequest } from '../graphql/errors.js';
import type { OperationGuards } from '../graphql/limits/index.js';

const rememberedDocuments = 1_000;

/**
 * Why a request is refused before Apollo validates it; null where it is not. What is too large would take its time there
 * first, and at some subscriptions graphql-js fails instead of refusing (see conditional-root.ts), of which Apollo makes
 * an unexpected error.
 */
export function earlyRefusals({ parse }: Pick<OperationGuards, 'parse'>): (request: unknown) => GraphQLError | null {
  /** Digests of documents that were looked at and are fine, whichever of their operations is asked for. */
  const fine = new Set<string>();
  return (request) => {
    const { query, operationName } = (request ?? {}) as { query?: unknown; operationName?: unknown };
    if (typeof query !== 'string' || query === '') return null;
    const digest = createHash('sha256').update(query).digest('base64');
    if (fine.has(digest)) return null;
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return refusedWith(error);
    }
    const named = typeof operationName === 'string' ? operationName : undefined;
    if (getOperationAST(document, named)?.operation === 'subscription') {
      return badRequest('Subscriptions are served over WebSocket alone.');
    }
    const subscribes = document.definitions.some(
      (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription',
    );
    if (subscribes) return null;
    if (fine.size >= rememberedDocuments) fine.clear();
    fine.add(digest);
    return null;
  };
}

const refusedWith = ({ message, nodes, source, positions, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    nodes,
    source,
    positions,
    extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 }, ...extensions },
  });
