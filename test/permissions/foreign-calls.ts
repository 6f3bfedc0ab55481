import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Place = readonly string[];
type Values = Record<string, unknown>;

/** One operation with a place in its arguments where an id, a number or a cursor can be put. */
export interface ForeignCall {
  /** "Mutation.occurrenceAssign(input.attendantId)": what is visited. */
  readonly name: string;
  readonly query: string;
  readonly place: 'id' | 'text';
  variables(value: string): Values;
}

/**
 * Every place of the schema's operations that takes an id, and every text argument, so that a new field is tried without
 * anybody thinking of it. What else an operation must have is made up.
 */
export function foreignCalls(schema: GraphQLSchema): ForeignCall[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => callsOf(schema, operation, field)),
  );
}

function callsOf(schema: GraphQLSchema, operation: string, field: GraphQLField<unknown, unknown>): ForeignCall[] {
  const places = field.args.flatMap((argument) => placesIn(argument, [argument.name]));
  const declared = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = selectionOf(schema, getNamedType(field.type), 3);
  return places.map(({ path, place }) => ({
    name: `${operation === 'query' ? 'Query' : 'Mutation'}.${field.name}(${path.join('.')})`,
    query: `${operation} (${declared}) { ${field.name}(${passed}) ${selection} }`,
    place,
    variables: (value) =>
      Object.fromEntries(
        field.args
          .filter((argument) => isNonNullType(argument.type) || argument.name === path[0])
          .map((argument) => [
            argument.name,
            made(argument.type, path[0] === argument.name ? path.slice(1) : null, value),
          ]),
      ),
  }));
}

function placesIn(
  input: GraphQLArgument | GraphQLInputField,
  path: Place,
): { path: Place; place: ForeignCall['place'] }[] {
  const type = getNamedType(input.type);
  if (type.name === 'ID') return [{ path, place: 'id' }];
  if (type.name === 'String') return [{ path, place: 'text' }];
  if (!isInputObjectType(type) || path.length > 3) return [];
  return Object.values(type.getFields()).flatMap((field) => placesIn(field, [...path, field.name]));
}

/** A value of the type that holds no more than it must, with `value` at the place where `rest` leads. */
export function made(type: GraphQLInputType, rest: Place | null, value: string): unknown {
  if (isNonNullType(type)) return made(type.ofType, rest, value);
  if (isListType(type)) return [made(type.ofType, rest, value)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || field.name === rest?.[0],
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, made(field.type, field.name === rest?.[0] ? rest.slice(1) : null, value)]),
    );
  }
  if (rest) return value;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  const plain: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    JSONObject: {},
    EmailAddress: 'a@example.org',
    DateTime: '2027-03-03T13:00:00.000Z',
    LocalDate: '2026-11-24',
  };
  return plain[type.name] ?? 'aberto';
}

/** Everything that can be selected without arguments, so far down. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  const parts = ['__typename'];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (field.args.some((argument) => isNonNullType(argument.type))) continue;
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) parts.push(field.name);
      else if (depth > 1 && !['edges', 'history', 'dependants'].includes(field.name)) {
        parts.push(`${field.name} ${selectionOf(schema, inner, depth - 1)}`);
      }
    }
  }
  if (isInterfaceType(type) && depth > 1 && type.name === 'Node') {
    for (const member of schema.getPossibleTypes(type)) {
      const leaves = Object.values(member.getFields()).filter(
        (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
      );
      const aliased = leaves.map((field) => `${member.name}_${field.name}: ${field.name}`);
      parts.push(`... on ${member.name} { ${aliased.join(' ')} }`);
    }
  }
  return `{ ${parts.join(' ')} }`;
}
