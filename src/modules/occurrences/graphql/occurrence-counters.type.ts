import { Field, Int, ObjectType } from 'type-graphql';
import { StatusObject } from '../../workflow/graphql/index.js';
import type { Status } from '../../workflow/index.js';
import type { SlaState } from '../state.js';
import { SlaStateEnum } from './enums.js';

@ObjectType('StatusCount', { description: 'How many occurrences are in a status.' })
export class StatusCountObject {
  @Field(() => StatusObject, { description: 'The status.' })
  status!: Status;
  @Field(() => Int, { description: 'How many; at least one.' })
  count!: number;
}

@ObjectType('SlaStateCount', { description: 'How many occurrences have a deadline that stands so.' })
export class SlaStateCountObject {
  @Field(() => SlaStateEnum, { description: 'How the deadline stands.' })
  state!: SlaState;
  @Field(() => Int, { description: 'How many; at least one.' })
  count!: number;
}

@ObjectType('OccurrenceCounters', { description: 'How many occurrences a filter selects.' })
export class OccurrenceCountersObject {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;
  @Field(() => [StatusCountObject], { description: 'By status, in the order of types and statuses; without zeros.' })
  byStatus!: readonly StatusCountObject[];
  @Field(() => [SlaStateCountObject], {
    description:
      "By how the operator's own deadline stands, in the order of SlaState; without zeros, and without those that have none.",
  })
  bySlaState!: readonly SlaStateCountObject[];
  @Field(() => [SlaStateCountObject], {
    description:
      "By how the regulator's deadline stands, in the order of SlaState; without zeros, and without those that have none.",
  })
  byRegulatoryState!: readonly SlaStateCountObject[];
  @Field(() => Int, { description: 'Those that nobody has taken.' })
  unassigned!: number;
}
