import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import type { OperationLimits } from './limits.js';
import { measurerOf } from './measure.js';
import { repetitionOf } from './repetition.js';

/**
 * Why a document is too deep or too wide, whatever it is made of; null where it is not. Asked before validation, whose
 * own time would be what such a document takes up.
 */
export function sizeFault(document: DocumentNode, limits: OperationLimits): GraphQLError | null {
  const measure = measurerOf(document);
  const { spreads, repeated } = repetitionOf(document);
  const ofAll = [
    ['fragments spread', spreads, limits.spreads],
    ['fields asked for again', repeated, limits.repeated],
  ] as const;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, aliases, directives, fields } = measure(node.selectionSet);
    const found = [
      ['levels deep', depth, limits.depth],
      ['aliases', aliases, limits.aliases],
      ['directives', directives + (node.directives?.length ?? 0), limits.directives],
      ['fields at the root', fields, limits.rootFields],
      ...ofAll,
    ] as const;
    const excess = found.find(([, count, limit]) => count > limit);
    if (!excess) continue;
    const [what, count, limit] = excess;
    return new GraphQLError(`The operation is too large: ${count} ${what}, and ${limit} are allowed.`, {
      nodes: node,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
    });
  }
  return null;
}
