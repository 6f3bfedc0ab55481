import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Protocol } from '../../protocols/index.js';
import { visibleProtocol } from '../read/protocols.js';
import { ProtocolObject } from './protocol.type.js';

@Resolver()
export class ProtocolQuery {
  @Requires('occurrence:read', 'occurrence:readOwn')
  @Query(() => ProtocolObject, {
    nullable: true,
    description: 'A protocol by its number; null where the caller can see none of its occurrences.',
  })
  protocol(
    @Ctx() ctx: RequestContext,
    @Arg('number', () => String, {
      description: 'The whole number, as it was given; 20 digits may be spaced by blanks, dots, dashes and slashes.',
    })
    number: string,
  ): Promise<Protocol | null> {
    return visibleProtocol(ctx, number);
  }
}
