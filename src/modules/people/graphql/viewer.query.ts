import { Ctx, Query, Resolver } from 'type-graphql';
import type { Caller } from '../../../platform/auth/caller.js';
import { RequiresCaller } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { ViewerObject } from './viewer.type.js';

@Resolver()
export class ViewerQuery {
  @RequiresCaller()
  @Query(() => ViewerObject, { description: 'Who the credentials say that is asking.' })
  viewer(@Ctx() ctx: RequestContext): Caller {
    return ctx.caller;
  }
}
