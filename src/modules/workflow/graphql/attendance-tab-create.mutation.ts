import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { AttendanceTabInput } from './attendance-tab.input.js';
import { AttendanceTabPayload, attendanceTabPayload } from './attendance-tab.payload.js';

@Resolver()
export class AttendanceTabCreateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => AttendanceTabPayload, { description: 'Adds a tab to a type, which is checked as a whole.' })
  async attendanceTabCreate(
    @Ctx() ctx: RequestContext,
    @Arg('occurrenceTypeId', () => ID, { description: 'Of the type that it is for.' }) typeId: string,
    @Arg('input', () => AttendanceTabInput, { description: 'The tab.' }) input: AttendanceTabInput,
  ): Promise<AttendanceTabPayload> {
    return attendanceTabPayload(await this.services.occurrenceTypes.createTab(ctx, typeId, input));
  }
}
