import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { ActionKindEnum } from '../../workflow/graphql/index.js';
import type { ActionKind } from '../../workflow/index.js';
import type { ActionTrials, Preview } from '../trials/action-trials.js';

@ObjectType('ActionPreview', { description: 'What an action would send.' })
class ActionPreview implements Preview {
  @Field(() => ActionKindEnum, { description: 'Which way it would go.' })
  kind!: ActionKind;
  @Field(() => Boolean, { description: 'Whether it would fire: it is active, and its condition holds.' })
  fires!: boolean;
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'What is rendered, by kind: recipient, subject and texts; the body of a hook. null: see fault.',
  })
  message!: Record<string, unknown> | null;
  @Field(() => String, { nullable: true, description: 'Why a template cannot be rendered; null: it can.' })
  fault!: string | null;
}

@Resolver()
export class ActionPreviewQuery {
  constructor(private readonly services: { readonly actionTrials: ActionTrials }) {}

  @Requires('configuration:readActionConfigs')
  @Query(() => ActionPreview, {
    nullable: true,
    description:
      'What an action would send if the occurrence entered its status now, without a comment. Sends nothing. null where one of them is not there; BAD_USER_INPUT where the occurrence is of another type.',
  })
  actionPreview(
    @Ctx() ctx: RequestContext,
    @Arg('actionId', () => ID, { description: 'Of the action, active or not.' }) actionId: string,
    @Arg('occurrenceId', () => ID, { description: 'Of the occurrence, whatever its status.' }) occurrenceId: string,
  ): Promise<ActionPreview | null> {
    return this.services.actionTrials.preview(ctx, actionId, occurrenceId);
  }
}
