import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { FormDefinitionObject } from '../../forms/graphql/index.js';
import { type FormDefinition, formVersionKey, formVersionLoader } from '../../forms/index.js';
import { AttendanceTabObject } from '../../workflow/graphql/index.js';
import { catalogueOf, type Tab } from '../../workflow/index.js';
import type { TabEntry } from '../occurrence.entity.js';
import { TabEntryObject } from './tab-entry.type.js';

@Resolver(() => TabEntryObject)
export class TabEntryFields {
  @FieldResolver(() => AttendanceTabObject, { description: 'Where it was filled in.' })
  async tab(@Root() { tabId }: TabEntry, @Ctx() ctx: RequestContext): Promise<Tab | undefined> {
    return (await catalogueOf(ctx)).tab(tabId);
  }

  @FieldResolver(() => FormDefinitionObject, { description: 'At the version it was filled in with.' })
  form(@Root() { formId, formVersion }: TabEntry, @Ctx() ctx: RequestContext): Promise<FormDefinition | null> {
    return formVersionLoader(ctx).load(formVersionKey(formId, formVersion));
  }
}
