import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { type Staff, StaffEntity } from '../person.entity.js';
import { AttendantObject } from './attendant.type.js';

@Resolver()
export class AttendantsQuery {
  @Requires('occurrence:read')
  @Query(() => [AttendantObject], { description: 'Attendants and supervisors, by name.' })
  async attendants(@Ctx() ctx: RequestContext): Promise<Staff[]> {
    const em = await ctx.read();
    return em.find(
      StaffEntity,
      { operatorId: ctx.caller.operatorId, roles: { $overlap: ['ATTENDANT', 'SUPERVISOR'] } },
      { orderBy: { name: 'asc', id: 'asc' } },
    );
  }
}
