import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { hasConditionalRoot } from './conditional-root.js';
import { badRequest } from './errors.js';
import type { OperationGuards } from './limits/index.js';

export interface OperationRules {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  /** The same as over HTTP. */
  readonly guards: Pick<OperationGuards, 'parse' | 'check'>;
}

export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** What a subscription is executed with, or why it is not. WebSocket passes by all that guards HTTP: hence the same rules here. */
export class OperationGate {
  readonly #rules: OperationRules;
  readonly #validationRules: readonly ValidationRule[];

  constructor(rules: OperationRules) {
    this.#rules = rules;
    const hidden = rules.introspection ? [] : [NoSchemaIntrospectionCustomRule];
    this.#validationRules = [...specifiedRules, ...hidden];
  }

  prepare({ query, operationName, variables }: OperationRequest): ExecutionArgs | readonly GraphQLError[] {
    let document: DocumentNode;
    try {
      document = this.#rules.guards.parse(query);
    } catch (cause) {
      if (!(cause instanceof GraphQLError)) throw cause;
      return [withCode(cause, 'GRAPHQL_PARSE_FAILED')];
    }
    const operation = getOperationAST(document, operationName);
    if (!operation) return [unresolved()];
    if (operation.operation !== 'subscription') {
      return [badRequest('Over WebSocket there are subscriptions alone; send the rest by POST.')];
    }
    if (hasConditionalRoot(document, operation.selectionSet)) return [conditionalRoot()];
    const errors = validate(this.#rules.schema, document, this.#validationRules, { maxErrors: 20 });
    if (errors.length > 0) return errors.map((one) => this.#withoutHints(withCode(one, 'GRAPHQL_VALIDATION_FAILED')));
    const { schema } = this.#rules;
    const excess = this.#rules.guards.check({ schema, document, operationName, variables });
    if (excess) return [excess];
    return { schema, document, operationName, variableValues: variables };
  }

  /** Where the schema is not shown, neither are its names as suggestions. */
  #withoutHints(one: GraphQLError): GraphQLError {
    if (!this.#rules.introspection) one.message = one.message.replace(/ ?Did you mean(.+?)\?$/, '');
    return one;
  }
}

const conditionalRoot = (): GraphQLError =>
  new GraphQLError('The root field of a subscription takes neither @skip nor @include.', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });

const unresolved = (): GraphQLError =>
  new GraphQLError('Which operation is meant cannot be told.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });

function withCode(one: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = one;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code, ...extensions } });
}
