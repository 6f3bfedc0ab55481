import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { Feature } from '../model.js';
import { FeatureObject } from './feature.type.js';

@ObjectType({ description: 'A feature that was saved, or why it was not.' })
export class FeaturePayload {
  @Field(() => FeatureObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  feature!: Feature | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const featurePayload = (saved: Result<Feature>): FeaturePayload =>
  saved.ok ? { feature: saved.value, userErrors: [] } : { feature: null, userErrors: userErrorsOf(saved.problems) };
