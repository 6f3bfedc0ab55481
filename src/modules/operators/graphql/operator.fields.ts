import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { attachmentLimitsOf } from '../attachment-limits.js';
import { usualGenericTerms } from '../../answers/index.js';
import { messageEditMinutesOf } from '../message-edit-minutes.js';
import type { Operator } from '../operator.entity.js';
import { OperatorSettingsObject } from './operator-settings.type.js';
import { OperatorObject } from './operator.type.js';

@Resolver(() => OperatorObject)
export class OperatorFields {
  @FieldResolver(() => OperatorSettingsObject, {
    nullable: true,
    description: 'What it has decided; null for callers that may not read the configuration.',
  })
  settings(@Root() operator: Operator, @Ctx() ctx: RequestContext): OperatorSettingsObject | null {
    const { permissions } = ctx.caller;
    if (!permissions.has('configuration:read') && !permissions.has('configuration:write')) return null;
    const { maxBytes, contentTypes } = attachmentLimitsOf(operator);
    const { hidesAttendants, quietHours = null, contact = null, ombudsmanContact = null } = operator;
    return {
      hidesAttendants,
      attachmentMaxBytes: maxBytes,
      attachmentContentTypes: contentTypes,
      quietHours,
      genericAnswerTerms: operator.genericAnswerTerms ?? usualGenericTerms,
      contact,
      ombudsmanContact,
      messageEditMinutes: messageEditMinutesOf(operator),
    };
  }
}
