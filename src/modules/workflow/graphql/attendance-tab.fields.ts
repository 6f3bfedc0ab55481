import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { FormDefinition } from '../../forms/index.js';
import { FormDefinitionObject } from '../../forms/graphql/index.js';
import { catalogueOf } from '../catalogue.js';
import type { Status, Tab } from '../model.js';
import { isStatusVisible } from '../visible.js';
import { AttendanceTabObject } from './attendance-tab.type.js';
import { StatusObject } from './status.type.js';

@Resolver(() => AttendanceTabObject)
export class AttendanceTabFields {
  @FieldResolver(() => FormDefinitionObject, {
    nullable: true,
    description: 'The form to fill in, at its newest version; content FORM alone has one.',
  })
  async form(@Ctx() ctx: RequestContext, @Root() { formId }: Tab): Promise<FormDefinition | null> {
    return (formId !== null && (await catalogueOf(ctx)).form(formId)) || null;
  }

  @FieldResolver(() => [StatusObject], {
    description: 'The statuses that an occurrence does not enter before the tab has an entry.',
  })
  async requiredForStatuses(@Ctx() ctx: RequestContext, @Root() tab: Tab): Promise<Status[]> {
    const type = (await catalogueOf(ctx)).type(tab.typeId);
    return (
      type?.statuses.filter((status) => tab.requiredForStatusIds.includes(status.id) && isStatusVisible(ctx, status)) ??
      []
    );
  }
}
