import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';
import { type IdKind, kindOfId } from '../../shared/ids.js';

/** What the things are called that ids of these kinds lead to. */
const typeNames: Readonly<Partial<Record<IdKind, string>>> = {
  operator: 'Operator',
  beneficiary: 'Beneficiary',
  attendant: 'Attendant',
  protocolType: 'ProtocolType',
  businessCalendar: 'BusinessCalendar',
  team: 'Team',
  form: 'FormDefinition',
  occurrenceType: 'OccurrenceType',
  status: 'Status',
  tab: 'AttendanceTab',
  action: 'Action',
  feature: 'Feature',
  configurationChange: 'ConfigurationChange',
  occurrence: 'Occurrence',
  tabEntry: 'TabEntry',
  note: 'Note',
  message: 'Message',
  attachment: 'Attachment',
  delivery: 'ActionDelivery',
  inboxMessage: 'InboxMessage',
  apiToken: 'ApiToken',
  device: 'Device',
};

function typeNameOf({ id }: Node): string | undefined {
  const kind = kindOfId(id);
  return kind && typeNames[kind];
}

@InterfaceType({
  description: 'Anything that has an id of its own, unique over all types.',
  autoRegisterImplementations: true,
  resolveType: typeNameOf,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; the same for as long as the thing exists.' })
  id!: string;
}
