import { GraphQLError, type ValidationRule } from 'graphql';
import type { OperationLimits } from './limits.js';
import { measurerOf } from './measure.js';

/** Refuses operations that are too deep or too wide, whatever they are made of. */
export function sizeRule(limits: OperationLimits): ValidationRule {
  return (context) => {
    const measure = measurerOf(context.getDocument());
    return {
      OperationDefinition(node) {
        const { depth, aliases, directives, fields } = measure(node.selectionSet);
        const found = [
          ['levels deep', depth, limits.depth],
          ['aliases', aliases, limits.aliases],
          ['directives', directives + (node.directives?.length ?? 0), limits.directives],
          ['fields at the root', fields, limits.rootFields],
        ] as const;
        for (const [what, count, limit] of found) {
          if (count <= limit) continue;
          const message = `The operation is too large: ${count} ${what}, and ${limit} are allowed.`;
          context.reportError(new GraphQLError(message, { nodes: node }));
        }
        return false;
      },
    };
  };
}
