import { Field, Int, ObjectType } from 'type-graphql';
import type { ReportGroup } from '../grouping.js';
import type { VolumeRow } from '../read/report-volume.js';
import { ReportGroupObject } from './report-group.type.js';

@ObjectType('VolumeReportRow', { description: 'How much happened.' })
export class VolumeReportRowObject implements VolumeRow {
  @Field(() => ReportGroupObject, {
    description: 'By when it happened, and by status and attendant as they were once it had.',
  })
  group!: ReportGroup;
  @Field(() => Int, { description: 'Occurrences that were opened.' })
  opened!: number;
  @Field(() => Int, {
    description:
      'How often a resolving status was entered from one that does not resolve. What is resolved again after it was reopened or taken back counts each time.',
  })
  resolved!: number;
  @Field(() => Int, { description: 'How often one was closed, resolved or not; again after each reopening.' })
  closed!: number;
  @Field(() => Int, { description: 'Of those, how often it was not resolved when it was closed.' })
  closedUnresolved!: number;
  @Field(() => Int, { description: 'How often one was reopened; twice reopened counts twice.' })
  reopened!: number;
}
