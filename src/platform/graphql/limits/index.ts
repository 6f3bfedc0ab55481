import { type DocumentNode, type GraphQLError, parse } from 'graphql';
import { tooLarge } from '../errors.js';
import { costOf, type Operation } from './cost.js';
import { type OperationLimits, operationLimits } from './limits.js';
import { sizeFault } from './size-fault.js';
import { malformedLiterals, malformedVariables } from './well-formed.js';

export { costOf } from './cost.js';
export { type OperationLimits, operationLimits } from './limits.js';

/** What bounds operations, for every door that takes any. */
export interface OperationGuards {
  readonly parseOptions: { readonly maxTokens: number };
  /** Throws GraphQLError, also for a document that is too long; one that is too deep or wide is GRAPHQL_VALIDATION_FAILED. */
  parse(source: string): DocumentNode;
  /** For an operation that is valid, before it is executed: what only its variables tell. Null where it may go on. */
  check(operation: Operation): GraphQLError | null;
}

export function createOperationGuards(limits: OperationLimits = operationLimits): OperationGuards {
  const parseOptions = { maxTokens: limits.tokens };
  return {
    parseOptions,
    parse(source) {
      const document = parse(source, parseOptions);
      const fault = sizeFault(document, limits);
      if (fault) throw fault;
      return document;
    },
    check(operation) {
      const malformation =
        malformedVariables(operation.variables, limits.variableDepth) ?? malformedLiterals(operation.document);
      if (malformation !== null) return tooLarge(malformation);
      const cost = costOf(operation);
      if (cost <= limits.cost) return null;
      return tooLarge(
        `The operation costs ${cost}, and ${limits.cost} are allowed: ask for shorter pages, or for less in each.`,
      );
    },
  };
}
