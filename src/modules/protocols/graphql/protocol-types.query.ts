import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { loadProtocolTypes } from '../load-protocol-types.js';
import type { ProtocolType } from '../protocol.entity.js';
import { ProtocolTypeObject } from './protocol-type.type.js';

@Resolver()
export class ProtocolTypesQuery {
  @Requires('configuration:read')
  @Query(() => [ProtocolTypeObject], {
    description: 'Every protocol type, inactive ones included, in the order of keys.',
  })
  async protocolTypes(@Ctx() ctx: RequestContext): Promise<ProtocolType[]> {
    return loadProtocolTypes(await ctx.read(), ctx.caller.operatorId);
  }
}
