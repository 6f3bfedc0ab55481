import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * Whether a root field is there on a condition. The specification (September 2025, 5.2.4.1) refuses that in subscriptions;
 * graphql-js 16 does not look, and fails in its validation or at the opening of the stream.
 */
export function hasConditionalRoot(document: DocumentNode, root: SelectionSetNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const looked = new Set<SelectionSetNode>();
  const look = (set: SelectionSetNode | undefined): boolean => {
    if (!set || looked.has(set)) return false;
    looked.add(set);
    return set.selections.some((node) => {
      if (node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
      if (node.kind === Kind.FIELD) return false;
      return look(
        node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet,
      );
    });
  };
  return look(root);
}
