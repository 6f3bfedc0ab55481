import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { BusinessCalendarService } from '../business-calendar-service.js';
import { BusinessCalendarCreateInput } from './business-calendar.input.js';
import { BusinessCalendarPayload, businessCalendarPayload } from './business-calendar.payload.js';

@Resolver()
export class BusinessCalendarCreateMutation {
  constructor(private readonly services: { readonly businessCalendars: BusinessCalendarService }) {}

  @Requires('configuration:write')
  @Mutation(() => BusinessCalendarPayload, { description: 'Adds a calendar that own deadlines can be counted by.' })
  async businessCalendarCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BusinessCalendarCreateInput, { description: 'The calendar.' })
    input: BusinessCalendarCreateInput,
  ): Promise<BusinessCalendarPayload> {
    return businessCalendarPayload(await this.services.businessCalendars.create(ctx, input));
  }
}
