import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** How deep the things that a thing leads to are selected, in turn. */
const deep = 3;

/** What is configured, which an operator has little of, and what comes along with a message: elsewhere than at the top of a selection, by its leaves. */
const shallow = ['OccurrenceType', 'Status', 'AttendanceTab', 'Action', 'Feature', 'FormDefinition', 'Message'];

/**
 * The selection of every field of a type and of what it leads to, made from the schema, so that a new field is in it by
 * itself. Of a type within itself, and of what is too deep, it is asked whether it is there.
 * Pages within are short unless asked otherwise: an operation may not cost what long ones within a long one would.
 */
export function everythingOf(schema: GraphQLSchema, typeName: string, pageSize = 2): string {
  const selection = (type: GraphQLNamedType, within: readonly string[]): string => {
    if (isAbstractType(type)) {
      const members = schema
        .getPossibleTypes(type)
        .map((member) => `... on ${member.name} ${selection(member, within)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
    const inside = [...within, type.name];
    const fields = Object.values(type.getFields()).flatMap((field) => fieldSelection(field, inside) ?? []);
    return `{ __typename ${fields.join(' ')} }`;
  };
  const fieldSelection = (field: GraphQLField<unknown, unknown>, inside: readonly string[]): string | null => {
    if (field.args.some(isRequiredArgument)) return null;
    // A page holds the same by its edges as by its nodes.
    if (field.name === 'edges') return null;
    const type = getNamedType(field.type);
    // What stands in the way of a move comes from no row of its own, and would be most of the cost.
    if (type.name === 'UserError') return `${field.name} { code }`;
    if (isLeafType(type)) return field.name;
    // What a page holds is as deep as the page.
    const within = inside.filter((name) => !/Connection$|Edge$/.test(name));
    const tooDeep = within.length >= deep || (within.length > 1 && shallow.includes(within.at(-1)!));
    const page = field.args.some(({ name }) => name === 'first') ? `(first: ${pageSize})` : '';
    const ends = tooDeep || inside.includes(type.name);
    return `${field.name}${page} ${ends ? '{ __typename }' : selection(type, inside)}`;
  };
  const type = schema.getType(typeName);
  if (!type) throw new Error(`there is no type ${typeName}`);
  return selection(type, []);
}
