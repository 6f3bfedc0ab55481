import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { namesOf } from '../names.js';
import type { Present } from '../present.js';
import { OccurrenceActivityObject } from './occurrence-activity.type.js';

@Resolver(() => OccurrenceActivityObject)
export class OccurrenceActivityFields {
  @FieldResolver(() => [String], {
    description:
      'Names of those who are looking at it, in alphabetical order, each once however many devices they have. A beneficiary is told of beneficiaries alone: who of the staff looks is not for them. Systems do not look.',
  })
  viewers(@Root() { looking }: Present, @Ctx() ctx: RequestContext): Promise<string[]> {
    return namesOf(ctx, looking);
  }

  @FieldResolver(() => [String], {
    description:
      "Names of those who are typing, likewise. To a beneficiary staff have the operator's name where it hides its attendants.",
  })
  typing(@Root() { typing }: Present, @Ctx() ctx: RequestContext): Promise<string[]> {
    return namesOf(ctx, typing);
  }
}
