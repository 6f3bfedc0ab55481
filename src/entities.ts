import { ActionAttemptEntity, ActionDeliveryEntity, InboxMessageEntity } from './modules/actions/delivery.entity.js';
import { HookTargetEntity } from './modules/actions/hook-targets/hook-target.entity.js';
import { ApiTokenEntity } from './modules/api-tokens/api-token.entity.js';
import { BusinessCalendarEntity } from './modules/business-calendars/business-calendar.entity.js';
import { ConfigurationChangeEntity } from './modules/configuration/change.entity.js';
import { DeviceEntity } from './modules/devices/device.entity.js';
import { FormEntity, FormVersionEntity } from './modules/forms/form.entity.js';
import { DenialLetterEntity } from './modules/letters/index.js';
import { BulkChangeEntity } from './modules/occurrences/bulk/bulk-change.entity.js';
import {
  AttachmentEntity,
  MessageEntity,
  MessageRevisionEntity,
  NoteEntity,
  OccurrenceEntity,
  TabEntryEntity,
  UploadEntity,
} from './modules/occurrences/occurrence.entity.js';
import { OperatorEntity } from './modules/operators/operator.entity.js';
import { BeneficiaryEntity, StaffEntity } from './modules/people/person.entity.js';
import { StoredEventEntity } from './platform/events/event.entity.js';
import { ProtocolEntity, ProtocolTypeEntity } from './modules/protocols/protocol.entity.js';
import {
  ActionEntity,
  AttendanceTabEntity,
  FeatureEntity,
  HookPreviousSecretEntity,
  OccurrenceTypeEntity,
  StatusEntity,
} from './modules/workflow/workflow.entity.js';
import { TeamEntity, TeamMemberEntity, TeamTypeEntity } from './modules/teams/team.entity.js';

/** Every table that is reached through the ORM. */
export const entities = [
  OperatorEntity,
  StaffEntity,
  BeneficiaryEntity,
  ApiTokenEntity,
  DeviceEntity,
  ProtocolTypeEntity,
  ProtocolEntity,
  BusinessCalendarEntity,
  TeamEntity,
  TeamTypeEntity,
  TeamMemberEntity,
  FormEntity,
  FormVersionEntity,
  OccurrenceTypeEntity,
  StatusEntity,
  AttendanceTabEntity,
  ActionEntity,
  HookPreviousSecretEntity,
  FeatureEntity,
  ConfigurationChangeEntity,
  OccurrenceEntity,
  StoredEventEntity,
  TabEntryEntity,
  NoteEntity,
  MessageEntity,
  MessageRevisionEntity,
  UploadEntity,
  AttachmentEntity,
  BulkChangeEntity,
  DenialLetterEntity,
  ActionDeliveryEntity,
  HookTargetEntity,
  ActionAttemptEntity,
  InboxMessageEntity,
];
