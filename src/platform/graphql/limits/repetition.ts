import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql';

/** What validation compares with each other, pair by pair: its time grows with the square of these. */
export interface Repetition {
  /** Fragment spreads, as they are written. */
  readonly spreads: number;
  /** Fields that stand under their name in the same selection before, inline fragments put in place. */
  readonly repeated: number;
}

export function repetitionOf(document: DocumentNode): Repetition {
  let spreads = 0;
  let repeated = 0;
  const countIn = (set: SelectionSetNode, names: Set<string>): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) spreads += 1;
      if (node.kind === Kind.INLINE_FRAGMENT) countIn(node.selectionSet, names);
      if (node.kind !== Kind.FIELD) continue;
      const name = (node.alias ?? node.name).value;
      if (names.has(name)) repeated += 1;
      names.add(name);
    }
  };
  visit(document, {
    // Those of inline fragments have been counted with the selection around them.
    SelectionSet(set, _key, parent) {
      const inline = parent && 'kind' in parent && parent.kind === Kind.INLINE_FRAGMENT;
      if (!inline) countIn(set, new Set());
    },
  });
  return { spreads, repeated };
}
