import { Field, ObjectType } from 'type-graphql';
import type { Tab } from '../../workflow/index.js';
import { AttendanceTabObject } from '../../workflow/graphql/index.js';
import type { TabEntry } from '../occurrence.entity.js';
import { TabEntryObject } from './tab-entry.type.js';

@ObjectType('OccurrenceTab', { description: 'A tab of an occurrence with what was filled in.' })
export class OccurrenceTabObject {
  @Field(() => AttendanceTabObject, { description: 'The tab as it is configured now.' })
  tab!: Tab;
  @Field(() => [TabEntryObject], { description: 'What was filled in, oldest first.' })
  entries!: readonly TabEntry[];
  @Field(() => Boolean, {
    description: 'Nothing is missing: it has an entry, or neither the tab nor a status asks for one.',
  })
  complete!: boolean;
}
