import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much there is in a selection set, with fragments put in place wherever they are spread. */
export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of this selection set itself. */
  readonly fields: number;
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, fields: 0 };

const beside = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
});

/**
 * Measures selection sets of a document. Each fragment is measured once, however often it is spread: fragments that
 * double each other ten times over cost no more than ten. A cycle, which another rule refuses, counts once around.
 */
export function measurerOf(document: DocumentNode): (set: SelectionSetNode) => Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Measure>();

  const measureFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    measured.set(name, nothing);
    const measure = measureSet(fragment.selectionSet);
    measured.set(name, measure);
    return measure;
  };

  const measureSelection = (node: SelectionNode): Measure => {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FRAGMENT_SPREAD) return plus(measureFragment(node.name.value), directives);
    if (node.kind === Kind.INLINE_FRAGMENT) return plus(measureSet(node.selectionSet), directives);
    const inner = node.selectionSet ? measureSet(node.selectionSet) : nothing;
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives + directives,
      fields: 1,
    };
  };

  const measureSet = (set: SelectionSetNode): Measure =>
    set.selections.reduce<Measure>((sum, node) => beside(sum, measureSelection(node)), nothing);

  return measureSet;
}

const plus = (measure: Measure, directives: number): Measure => ({
  ...measure,
  directives: measure.directives + directives,
});
