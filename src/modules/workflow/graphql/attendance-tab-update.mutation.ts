import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { AttendanceTabUpdateInput } from './attendance-tab.input.js';
import { AttendanceTabPayload, attendanceTabPayload } from './attendance-tab.payload.js';

@Resolver()
export class AttendanceTabUpdateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => AttendanceTabPayload, { description: 'Changes a tab; its type is checked as a whole.' })
  async attendanceTabUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the tab.' }) id: string,
    @Arg('input', () => AttendanceTabUpdateInput, { description: 'What is to be different.' })
    input: AttendanceTabUpdateInput,
  ): Promise<AttendanceTabPayload> {
    return attendanceTabPayload(await this.services.occurrenceTypes.updateTab(ctx, id, input));
  }
}
