import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getOperationAST,
  type GraphQLField,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { defaultPageSize, maximumPageSize } from '../connection.js';

/** How long a list counts as that no argument bounds, such as the statuses of a type. */
const unboundedList = 10;

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * How many values an answer may hold at the most: each field counts once for every item of the lists around it. A
 * connection, or a list with such arguments, is as long as its `first` or `last`, 20 unless given; another list counts
 * as long as it may be at the most (`AtMost`), or as ten. Of what is asked of several types the most counts.
 * Introspection is free: a rule of graphql-js bounds it.
 */
export function costOf({ schema, document, operationName, variables }: Operation): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const pageSizes = pageSizesOf(operation.variableDefinitions ?? [], variables ?? {});
  const known = new Map<string, number>();

  /** `page`: how long the lists are that stand directly in this set; only those of a connection have one. */
  const costOfSet = (set: SelectionSetNode, parent: GraphQLNamedType, page: number | null): number => {
    let always = 0;
    // An object is of one type: what is asked of others is not there.
    const byType = new Map<string, number>();
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        always += costOfField(node, parent, page);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const type = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      if (!fragment || !type) continue;
      const cost =
        node.kind === Kind.FRAGMENT_SPREAD
          ? costOfFragment(node.name.value, page)
          : costOfSet(fragment.selectionSet, type, page);
      if (isObjectType(type) && type !== parent) byType.set(type.name, (byType.get(type.name) ?? 0) + cost);
      else always += cost;
    }
    return always + Math.max(0, ...byType.values());
  };

  const costOfFragment = (name: string, page: number | null): number => {
    const key = `${name} ${page}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!type) return 0;
    known.set(key, 0);
    const cost = costOfSet(fragment.selectionSet, type, page);
    known.set(key, cost);
    return cost;
  };

  const costOfField = (node: FieldNode, parent: GraphQLNamedType, page: number | null): number => {
    if (node.name.value.startsWith('__') || !(isObjectType(parent) || isInterfaceType(parent))) return 1;
    const field = parent.getFields()[node.name.value];
    if (!field) return 1;
    const asked = field.args.some(({ name }) => name === 'first') ? pageSizes(node) : null;
    const list = isList(field.type);
    const items = list ? (asked ?? page ?? atMost(field) ?? unboundedList) : 1;
    if (!node.selectionSet) return items;
    return items * (1 + costOfSet(node.selectionSet, getNamedType(field.type), list ? null : asked));
  };

  return costOfSet(operation.selectionSet, root, null);
}

const atMost = ({ extensions }: GraphQLField<unknown, unknown>): number | undefined =>
  extensions.atMost as number | undefined;

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** How long the page is that a field asks for. What the field itself will refuse counts as the longest. */
function pageSizesOf(definitions: readonly VariableDefinitionNode[], variables: Readonly<Record<string, unknown>>) {
  const defaults = new Map(definitions.map((node) => [node.variable.name.value, node.defaultValue]));
  const valueOf = (node: ValueNode | undefined): unknown => {
    if (node === undefined || node.kind === Kind.NULL) return null;
    if (node.kind === Kind.INT) return Number(node.value);
    if (node.kind !== Kind.VARIABLE) return maximumPageSize;
    const name = node.name.value;
    return Object.hasOwn(variables, name) ? variables[name] : valueOf(defaults.get(name));
  };
  return (field: FieldNode): number => {
    const given = (field.arguments ?? [])
      .filter(({ name }) => name.value === 'first' || name.value === 'last')
      .map(({ value }) => valueOf(value))
      .filter((value) => value != null);
    if (given.length === 0) return defaultPageSize;
    return Math.max(...given.map((size) => (isPageSize(size) ? size : maximumPageSize)));
  };
}

const isPageSize = (size: unknown): size is number => typeof size === 'number' && size >= 1 && size <= maximumPageSize;
