import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isRequiredArgument,
} from 'graphql';
import { made, selectionOf } from './foreign-calls.js';

/** One call of an operation that would do something, if it were not refused. */
export interface OperationCall {
  /** "Mutation.occurrenceAssign" */
  readonly name: string;
  readonly isStream: boolean;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Whose id an argument `id` is, by how the name of the operation begins; the first that fits. */
const kindByName: readonly (readonly [string, string])[] = [
  ['occurrenceType', 'occurrenceType'],
  ['occurrence', 'occurrence'],
  ['node', 'occurrence'],
  ['protocolType', 'protocolType'],
  ['businessCalendar', 'businessCalendar'],
  ['team', 'team'],
  ['formDefinition', 'form'],
  ['status', 'status'],
  ['attendanceTab', 'tab'],
  ['actionDelivery', 'delivery'],
  ['action', 'action'],
  ['feature', 'feature'],
  ['inbox', 'inboxMessage'],
  ['apiToken', 'apiToken'],
  ['device', 'device'],
];

/** What operations are given that take one of several arguments. */
const oneOfSeveral: Readonly<Record<string, string>> = {
  occurrenceType: 'id',
  deviceUnregister: 'id',
  businessTime: 'addDays',
};

const status = (key: string, more: object = {}) => ({
  key,
  internalDescription: key,
  externalDescription: key,
  color: '#1D4ED8',
  ...more,
});

/** Where what is made up would do nothing. */
const inputs: Readonly<Record<string, (ids: Record<string, string>) => object>> = {
  occurrenceCreate: () => ({ featureKey: 'geral', description: 'Segunda via' }),
  occurrenceRequestReanalysis: () => ({ reason: 'Peço que revejam' }),
  occurrenceChangeStatus: () => ({ statusKey: 'em_analise' }),
  occurrencesChangeStatus: ({ occurrence }) => ({ ids: [occurrence], statusKey: 'em_analise' }),
  occurrenceUpdate: () => ({ description: 'Corrigida' }),
  occurrenceTabEntrySave: () => ({ tabKey: 'pedido', data: { texto: 'preenchido' } }),
  occurrenceMessageEdit: ({ message }) => ({ messageId: message, body: 'Corrigida' }),
  occurrenceMessageWithdraw: ({ message }) => ({ messageId: message }),
  occurrenceMessagesMarkRead: ({ message }) => ({ messageId: message }),
  occurrenceAttachmentAdd: ({ upload }) => ({ uploadId: upload }),
  attachmentUploadCreate: () => ({ fileName: 'recibo.pdf', contentType: 'application/pdf', byteSize: 10 }),
  featureLink: ({ occurrenceType }) => ({ key: 'aberto', occurrenceTypeId: occurrenceType }),
  formDefinitionCreate: () => ({ key: 'vazio', name: 'Vazio', schema: { type: 'object', properties: {} } }),
  occurrenceTypeCreate: ({ protocolType }) => ({
    key: 'outro',
    name: 'Outro',
    protocolTypeId: protocolType,
    viewMode: 'BASIC',
    allowsAttendance: false,
    statuses: [status('aberto', { isDefault: true }), status('fechado', { closes: true })],
  }),
  businessCalendarCreate: () => ({
    key: 'outro',
    name: 'Outro',
    weeklyHours: [{ weekday: 'MONDAY', from: '08:00', to: '18:00' }],
  }),
  businessCalendarUpdate: () => ({ name: 'Outro nome' }),
  teamCreate: () => ({ key: 'outra', name: 'Outra' }),
  teamUpdate: () => ({ name: 'Outro nome' }),
  operatorSettingsUpdate: () => ({ name: 'Outro nome' }),
  protocolTypeUpdate: () => ({ name: 'Outro nome' }),
  formDefinitionUpdate: () => ({ name: 'Outro nome' }),
  occurrenceTypeUpdate: () => ({ name: 'Outro nome' }),
  statusCreate: () => status('novo'),
  statusUpdate: () => ({ internalDescription: 'Outro nome' }),
  attendanceTabCreate: () => ({ key: 'notas', name: 'Notas', content: 'NOTES' }),
  attendanceTabUpdate: () => ({ name: 'Outro nome' }),
  actionCreate: () => ({
    key: 'outro_aviso',
    description: 'Aviso',
    statusKey: 'aberto',
    kind: 'IN_APP',
    config: { title: 'Aviso', body: 'Aviso' },
  }),
  deviceRegister: () => ({ token: 'x'.repeat(64), platform: 'WEB' }),
  apiTokenCreate: () => ({ name: 'ERP', scopes: ['occurrence:read'] }),
  actionUpdate: () => ({ description: 'Outro nome' }),
};

/** Every operation of the schema, called with what there is in an operator (`ids`, by kind) and with what is made up. */
export function operationCalls(schema: GraphQLSchema, ids: Record<string, string>): OperationCall[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => callOf(schema, root!.name, field, ids)),
  );
}

function callOf(
  schema: GraphQLSchema,
  root: string,
  field: GraphQLField<unknown, unknown>,
  ids: Record<string, string>,
): OperationCall {
  const type = getNamedType(field.type);
  const args = field.args.filter(
    (argument) => isRequiredArgument(argument) || oneOfSeveral[field.name] === argument.name,
  );
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const operation = [
    root.toLowerCase(),
    declared && `(${declared})`,
    `{ ${field.name}${passed && `(${passed})`} ${selectionOf(schema, type, isInterfaceType(type) ? 1 : 2)} }`,
  ];
  return {
    name: `${root}.${field.name}`,
    isStream: root === 'Subscription',
    query: operation.filter(Boolean).join(' '),
    variables: Object.fromEntries(args.map((argument) => [argument.name, valueOf(field.name, argument, ids)])),
  };
}

function valueOf(operation: string, { name, type }: GraphQLArgument, ids: Record<string, string>): unknown {
  if (name === 'input') return inputs[operation]?.(ids) ?? made(type, null, '');
  if (name === 'number') return ids.protocolNumber;
  if (name !== 'id') return ids[name.replace(/Id$/, '')] ?? made(type, null, '');
  const kind = kindByName.find(([beginning]) => operation.startsWith(beginning))?.[1];
  return kind === undefined ? made(type, null, '') : ids[kind];
}
