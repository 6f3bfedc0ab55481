import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { BusinessCalendar } from '../../business-calendars/index.js';
import { BusinessCalendarObject } from '../../business-calendars/graphql/index.js';
import type { FormDefinition } from '../../forms/index.js';
import { FormDefinitionObject } from '../../forms/graphql/index.js';
import type { ProtocolType } from '../../protocols/index.js';
import { ProtocolTypeObject } from '../../protocols/graphql/index.js';
import { catalogueOf } from '../catalogue.js';
import type { Action, ChatRules, Feature, OccurrenceType, RegulatoryRule, Status, Tab } from '../model.js';
import { isStatusVisible, isTabVisible, seesActions, visibleFeatures } from '../visible.js';
import { ActionObject } from './action.type.js';
import { AttendanceTabObject } from './attendance-tab.type.js';
import { ChatRulesObject } from './chat-rules.type.js';
import { FeatureObject } from './feature.type.js';
import { OccurrenceTypeObject } from './occurrence-type.type.js';
import { RegulatoryRuleObject } from './regulatory-rule.type.js';
import { StatusObject } from './status.type.js';

@Resolver(() => OccurrenceTypeObject)
export class OccurrenceTypeFields {
  @FieldResolver(() => ProtocolTypeObject, { description: 'How the protocols of its occurrences are numbered.' })
  async protocolType(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): Promise<ProtocolType | undefined> {
    return (await catalogueOf(ctx)).protocolType(type.protocolTypeId);
  }

  @FieldResolver(() => [RegulatoryRuleObject], {
    description:
      'The first whose condition holds over the intake decides the kind of a new occurrence, before regulatoryKind; none for callers that may not read the configuration.',
  })
  regulatoryRules(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): readonly RegulatoryRule[] {
    return seesActions(ctx) ? type.regulatoryRules : [];
  }

  @FieldResolver(() => OccurrenceTypeObject, {
    nullable: true,
    description:
      'Of which type re-analyses of its denials are opened (RN 623/2024, art. 16); null: the only one of the kind OMBUDSMAN_REANALYSIS, and for callers that may not read the configuration.',
  })
  async reanalysisType(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): Promise<OccurrenceType | null> {
    if (type.reanalysisTypeId === null || !seesActions(ctx)) return null;
    return (await catalogueOf(ctx)).type(type.reanalysisTypeId) ?? null;
  }

  @FieldResolver(() => BusinessCalendarObject, {
    nullable: true,
    description:
      "By which the deadlines of its occurrences are counted; null: it names none, and the operator's default one holds. Null for callers that may not read the configuration.",
  })
  async businessCalendar(
    @Ctx() ctx: RequestContext,
    @Root() { businessCalendarId: id }: OccurrenceType,
  ): Promise<BusinessCalendar | null> {
    return (id !== null && seesActions(ctx) && (await catalogueOf(ctx)).businessCalendar(id)) || null;
  }

  @FieldResolver(() => ChatRulesObject, {
    nullable: true,
    description:
      'How its chats wait and are attended; null: it has no such rules. Null for callers that may not read the configuration.',
  })
  chat(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): ChatRules | null {
    return seesActions(ctx) ? type.chat : null;
  }

  @FieldResolver(() => FormDefinitionObject, {
    nullable: true,
    description: 'What the beneficiary fills in to open one, at its newest version; null: nothing.',
  })
  async intakeForm(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): Promise<FormDefinition | null> {
    return (type.intakeFormId !== null && (await catalogueOf(ctx)).form(type.intakeFormId)) || null;
  }

  @FieldResolver(() => [StatusObject], {
    description: 'By displayOrder, then key; a beneficiary sees the active ones that their history shows.',
  })
  statuses(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): Status[] {
    return type.statuses.filter((status) => isStatusVisible(ctx, status));
  }

  @FieldResolver(() => StatusObject, { description: 'Where its occurrences begin.' })
  defaultStatus(@Root() type: OccurrenceType): Status | undefined {
    return type.statuses.find((status) => status.active && status.isDefault);
  }

  @FieldResolver(() => [AttendanceTabObject], {
    description: 'By displayOrder, then key; a beneficiary sees the active ones that are visible to them.',
  })
  tabs(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): Tab[] {
    return type.tabs.filter((tab) => isTabVisible(ctx, tab));
  }

  @FieldResolver(() => [ActionObject], {
    description: 'In the order of keys; none for callers that may not read the configuration.',
  })
  actions(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): readonly Action[] {
    return seesActions(ctx) ? type.actions : [];
  }

  @FieldResolver(() => [FeatureObject], { description: 'The features that open it, in the order of keys.' })
  async features(@Ctx() ctx: RequestContext, @Root() type: OccurrenceType): Promise<Feature[]> {
    const catalogue = await catalogueOf(ctx);
    const linked = catalogue.features.filter((feature) => feature.typeId === type.id);
    return visibleFeatures(ctx, catalogue, linked);
  }
}
