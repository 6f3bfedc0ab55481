import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { TabEntry } from '../occurrence.entity.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';
import { expectedVersionDescription } from './occurrence-version.input.js';
import { TabEntryObject } from './tab-entry.type.js';

@InputType('TabEntrySaveInput', { description: 'A filled-in form of a tab.' })
class TabEntrySaveInput {
  @Field(() => ID, { nullable: true, description: 'The tab; one of tabId and tabKey is needed.' })
  tabId?: string | null;
  @Field(() => String, { nullable: true, description: 'The tab, by its key in the type.' })
  tabKey?: string | null;
  @Field(() => ID, { nullable: true, description: 'To change an entry; without it a new one.' })
  entryId?: string | null;
  @Field(() => GraphQLJSONObject, {
    description: 'All of the data; files are named by uploadId, or by the id of what is attached already.',
  })
  data!: Record<string, unknown>;
  @Field(() => Int, { nullable: true, description: expectedVersionDescription })
  expectedVersion?: number | null;
}

@ObjectType('TabEntryPayload', { description: 'The entry, or what stands in the way.' })
class TabEntryPayload extends OccurrencePayload {
  @Field(() => TabEntryObject, { nullable: true, description: 'What was saved; null where there are errors.' })
  tabEntry!: TabEntry | null;
}

@Resolver()
export class OccurrenceTabEntrySaveMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:fillTab', 'occurrence:fillOwnTab')
  @Mutation(() => TabEntryPayload, {
    description: 'Fills in a tab of an open occurrence. A beneficiary: a tab that beneficiaries fill in.',
  })
  async occurrenceTabEntrySave(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => TabEntrySaveInput, { description: 'The entry.' }) input: TabEntrySaveInput,
  ): Promise<TabEntryPayload> {
    const written = await this.services.occurrences.saveTabEntry(ctx, id, input);
    return { ...payloadOf(written), tabEntry: written.child };
  }
}
