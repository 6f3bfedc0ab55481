import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { operatorOf } from '../../operators/index.js';
import { dayOf } from '../number.js';
import { numberingOf, numberOf, resetOf } from '../numbering.js';
import type { ProtocolReset, ProtocolType } from '../protocol.entity.js';
import { ProtocolResetEnum } from './protocol-reset.enum.js';
import { ProtocolTypeObject } from './protocol-type.type.js';

@Resolver(() => ProtocolTypeObject)
export class ProtocolTypeFields {
  @FieldResolver(() => ProtocolResetEnum, {
    description: 'When its running number begins at one again; DAILY of ANS, NEVER where nothing else was said.',
  })
  reset(@Root() type: ProtocolType): ProtocolReset {
    return resetOf(type);
  }

  @FieldResolver(() => String, {
    description:
      "What a number of it looks like: the first of today's period, issued or not. Its length is that of all.",
  })
  async example(@Root() type: ProtocolType, @Ctx() ctx: RequestContext): Promise<string> {
    const operator = await operatorOf(ctx);
    return numberOf(numberingOf(type, operator), dayOf(ctx.clock.now(), operator.timeZone), 1);
  }
}
