import { readFileSync } from 'node:fs';
import {
  astFromValue,
  buildSchema,
  type FieldDefinitionNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type InputValueDefinitionNode,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  print,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const core = parse(read('./core.graphql'));
const schema = buildSchema(read('../../schema.graphql'));

/** What the core says in comments: payloads and connections that follow a pattern, and the update mutations. */
const patterns: Record<string, string[]> = {
  ProtocolTypePayload: ['protocolType: ProtocolType'],
  FormDefinitionPayload: ['formDefinition: FormDefinition'],
  OccurrenceTypePayload: ['occurrenceType: OccurrenceType'],
  StatusPayload: ['status: Status'],
  AttendanceTabPayload: ['attendanceTab: AttendanceTab'],
  ActionPayload: ['action: Action'],
  FeaturePayload: ['feature: Feature'],
  NotePayload: ['note: Note', 'occurrence: Occurrence', 'cursor: String'],
  TabEntryPayload: ['tabEntry: TabEntry', 'occurrence: Occurrence', 'cursor: String'],
  MessagePayload: ['message: Message', 'occurrence: Occurrence', 'cursor: String'],
  AttachmentPayload: ['attachment: Attachment', 'occurrence: Occurrence', 'cursor: String'],
  ActionDeliveryPayload: ['actionDelivery: ActionDelivery'],
  BeneficiaryPayload: ['beneficiary: Beneficiary'],
  InboxMessagePayload: ['inboxMessage: InboxMessage'],
  OccurrenceActivityPayload: ['activity: OccurrenceActivity'],
  ...Object.fromEntries(
    ['Note', 'Message', 'OccurrenceEvent', 'ConfigurationChange', 'InboxMessage', 'Beneficiary', 'ActionDelivery'].map(
      (name) => [`${name}Connection`, [`edges: [${name}Edge!]!`, `nodes: [${name}!]!`, 'pageInfo: PageInfo!']],
    ),
  ),
  ...Object.fromEntries(
    [
      'OccurrenceCreated OccurrenceStatusChanged OccurrenceAssigned OccurrenceTabEntrySaved OccurrenceNoteAdded',
      'OccurrenceAttachmentAdded OccurrenceMessagePosted OccurrenceUpdated OccurrenceReopened OccurrenceSlaStateChanged',
      'OccurrenceActionSettled',
    ]
      .flatMap((line) => line.split(' '))
      .map((name) => [name, ['id: ID!', 'version: Int!', 'occurredAt: DateTime!', 'actor: String!']]),
  ),
};
const updated = ['ProtocolType', 'FormDefinition', 'OccurrenceType', 'Status', 'AttendanceTab', 'Action'];

function fieldsOf(type: GraphQLNamedType | undefined) {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return type.getFields();
  throw new Error(`${type?.name ?? 'nothing'} has no fields`);
}

const printDefault = (input: GraphQLArgument) => {
  const value = input.defaultValue === undefined ? undefined : astFromValue(input.defaultValue, input.type);
  return value == null ? undefined : print(value);
};

function expectInput(place: string, expected: InputValueDefinitionNode, actual: GraphQLArgument | undefined) {
  expect(actual, place).toBeDefined();
  expect(String(actual!.type), place).toBe(print(expected.type));
  if (expected.defaultValue) expect(printDefault(actual!), place).toBe(print(expected.defaultValue));
}

function expectField(typeName: string, expected: FieldDefinitionNode) {
  const place = `${typeName}.${expected.name.value}`;
  const actual = fieldsOf(schema.getType(typeName))[expected.name.value];
  expect(actual, place).toBeDefined();
  expect(String(actual!.type), place).toBe(print(expected.type));
  const args = 'args' in actual! ? actual.args : [];
  for (const argument of expected.arguments ?? []) {
    expectInput(
      `${place}(${argument.name.value})`,
      argument,
      args.find(({ name }) => name === argument.name.value),
    );
  }
}

describe('schema.graphql', () => {
  for (const definition of core.definitions) {
    if (!('name' in definition) || !definition.name || definition.kind === 'OperationDefinition') continue;
    const name = definition.name.value;
    it(`has ${name} as the core has it`, () => {
      const type = schema.getType(name);
      expect(type, name).toBeDefined();
      switch (definition.kind) {
        case 'ScalarTypeDefinition':
          return expect(isScalarType(type)).toBe(true);
        case 'EnumTypeDefinition': {
          if (!isEnumType(type)) throw new Error(`${name} is no enum`);
          const values = type.getValues().map((value) => value.name);
          return expect(values).toEqual(expect.arrayContaining(definition.values!.map((value) => value.name.value)));
        }
        case 'InputObjectTypeDefinition': {
          const fields = fieldsOf(type);
          for (const field of definition.fields ?? []) {
            expectInput(`${name}.${field.name.value}`, field, fields[field.name.value] as GraphQLArgument | undefined);
          }
          return;
        }
        case 'ObjectTypeDefinition':
        case 'InterfaceTypeDefinition': {
          for (const field of definition.fields ?? []) expectField(name, field);
          const implemented = (definition.interfaces ?? []).map((other) => other.name.value);
          const interfaces =
            isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((other) => other.name) : [];
          return expect(interfaces).toEqual(expect.arrayContaining(implemented));
        }
        default:
          throw new Error(`unexpected ${definition.kind}`);
      }
    });
  }

  it.each(Object.entries(patterns))('has %s by its pattern', (name, fields) => {
    const all = name.endsWith('Payload') ? [...fields, 'userErrors: [UserError!]!'] : fields;
    for (const line of all) {
      const [field, type] = line.split(': ');
      expect(String(fieldsOf(schema.getType(name))[field!]?.type), `${name}.${field}`).toBe(type);
    }
  });

  it.each(updated)(
    'has an update of %s whose input has the fields of its create input, optional and without defaults',
    (name) => {
      const mutation = schema.getMutationType()!.getFields()[`${name[0]!.toLowerCase()}${name.slice(1)}Update`];
      expect(mutation?.args.map((argument) => `${argument.name}: ${String(argument.type)}`)).toEqual([
        'id: ID!',
        `input: ${name}UpdateInput!`,
      ]);
      const creates = fieldsOf(schema.getType(`${name}CreateInput`) ?? schema.getType(`${name}Input`));
      const updates = fieldsOf(schema.getType(`${name}UpdateInput`));
      expect(Object.keys(updates)).toEqual(expect.arrayContaining([...Object.keys(creates), 'active']));
      for (const field of Object.values(updates) as GraphQLArgument[]) {
        expect(String(field.type), field.name).not.toMatch(/!$/);
        expect(field.defaultValue, field.name).toBeUndefined();
      }
    },
  );

  it('describes every type, field, argument, input field and value', () => {
    const bare: string[] = [];
    const note = (place: string, element: { description?: string | null | undefined }) => {
      if (!element.description?.trim()) bare.push(place);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
      note(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field);
        if ('args' in field)
          for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
    expect(bare).toEqual([]);
  });

  it('takes an operator nowhere', () => {
    const places = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => `${type.name}.${field.name}.${argument.name}`),
      );
    });
    expect(places.filter((place) => /operator/i.test(place.split('.').at(-1)!))).toEqual([]);
  });
});
