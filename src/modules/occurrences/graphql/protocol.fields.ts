import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { originOf, type Protocol, type ProtocolOrigin } from '../../protocols/index.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { occurrencesOfProtocolLoader } from '../read/visible-occurrences.js';
import { OccurrenceObject } from './occurrence.type.js';
import { ProtocolOriginEnum } from './protocol-origin.enum.js';
import { ProtocolObject } from './protocol.type.js';

@Resolver(() => ProtocolObject)
export class ProtocolFields {
  @FieldResolver(() => ProtocolOriginEnum, { description: 'Who gave the number.' })
  origin(@Root() protocol: Protocol): ProtocolOrigin {
    return originOf(protocol);
  }

  @FieldResolver(() => [OccurrenceObject], { description: 'Those of it that the caller can see, oldest first.' })
  occurrences(@Root() { number }: Protocol, @Ctx() ctx: RequestContext): Promise<OccurrenceRow[]> {
    return occurrencesOfProtocolLoader(ctx).load(number);
  }
}
