import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AttendantObject, type Staff, staffLoader } from '../../people/index.js';
import { OccurrenceTypeObject } from '../../workflow/graphql/index.js';
import { catalogueOf, type OccurrenceType } from '../../workflow/index.js';
import type { Team } from '../team.js';
import { TeamObject } from './team.type.js';

@Resolver(() => TeamObject)
export class TeamFields {
  @FieldResolver(() => [OccurrenceTypeObject], {
    description: 'What its members look at first, in the order that they were given in; inactive types included.',
  })
  async types(@Root() { typeIds }: Team, @Ctx() ctx: RequestContext): Promise<OccurrenceType[]> {
    const catalogue = await catalogueOf(ctx);
    return typeIds.flatMap((id) => catalogue.type(id) ?? []);
  }

  @FieldResolver(() => [AttendantObject], {
    description: 'Attendants and supervisors, in the order in which they take turns.',
  })
  async members(@Root() { memberIds }: Team, @Ctx() ctx: RequestContext): Promise<Staff[]> {
    const members = await Promise.all(memberIds.map((id) => staffLoader(ctx).load(id)));
    return members.filter((member) => member !== null);
  }
}
