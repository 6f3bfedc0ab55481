import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { BusinessCalendarService } from '../business-calendar-service.js';
import { BusinessCalendarUpdateInput } from './business-calendar.input.js';
import { BusinessCalendarPayload, businessCalendarPayload } from './business-calendar.payload.js';

@Resolver()
export class BusinessCalendarUpdateMutation {
  constructor(private readonly services: { readonly businessCalendars: BusinessCalendarService }) {}

  @Requires('configuration:write')
  @Mutation(() => BusinessCalendarPayload, {
    description:
      'Changes a calendar, for occurrences that are created from then on: deadlines that were made before keep it as it was.',
  })
  async businessCalendarUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the calendar.' }) id: string,
    @Arg('input', () => BusinessCalendarUpdateInput, { description: 'What is to be different.' })
    input: BusinessCalendarUpdateInput,
  ): Promise<BusinessCalendarPayload> {
    return businessCalendarPayload(await this.services.businessCalendars.update(ctx, id, input));
  }
}
