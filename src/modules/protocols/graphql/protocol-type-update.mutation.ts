import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { ProtocolTypeService } from '../protocol-type-service.js';
import { ProtocolTypeUpdateInput } from './protocol-type.input.js';
import { ProtocolTypePayload, protocolTypePayload } from './protocol-type.payload.js';

@Resolver()
export class ProtocolTypeUpdateMutation {
  constructor(private readonly services: { readonly protocolTypes: ProtocolTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => ProtocolTypePayload, {
    description: 'Changes a protocol type: numbers that were issued stay what they are.',
  })
  async protocolTypeUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the protocol type.' }) id: string,
    @Arg('input', () => ProtocolTypeUpdateInput, { description: 'What is to be different.' })
    input: ProtocolTypeUpdateInput,
  ): Promise<ProtocolTypePayload> {
    return protocolTypePayload(await this.services.protocolTypes.update(ctx, id, input));
  }
}
