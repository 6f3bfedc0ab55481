import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { ProtocolTypeService } from '../protocol-type-service.js';
import { ProtocolTypeCreateInput } from './protocol-type.input.js';
import { ProtocolTypePayload, protocolTypePayload } from './protocol-type.payload.js';

@Resolver()
export class ProtocolTypeCreateMutation {
  constructor(private readonly services: { readonly protocolTypes: ProtocolTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => ProtocolTypePayload, { description: 'Adds a way of numbering protocols.' })
  async protocolTypeCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ProtocolTypeCreateInput, { description: 'The protocol type.' }) input: ProtocolTypeCreateInput,
  ): Promise<ProtocolTypePayload> {
    return protocolTypePayload(await this.services.protocolTypes.create(ctx, input));
  }
}
