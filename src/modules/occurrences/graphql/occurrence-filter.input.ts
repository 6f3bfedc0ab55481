import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ViewModeEnum } from '../../workflow/graphql/index.js';
import type { ViewMode } from '../../workflow/index.js';
import type { SlaState } from '../state.js';
import { SlaStateEnum } from './enums.js';

@InputType('OccurrenceFilter', {
  description:
    'Which occurrences: fields are ANDed, the values of a list ORed, an empty list selects nothing, as does a name that is unknown.',
})
export class OccurrenceFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of one of these types.' })
  typeIds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of one of these types, by key.' })
  typeKeys?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Of a type of one of these teams, active or not, as they are when the operation begins: a stream keeps to them. For a beneficiary any list selects nothing.',
  })
  teamIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'In one of these statuses.' })
  statusIds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'In a status of one of these keys, whatever the type.' })
  statusKeys?: string[] | null;
  @Field(() => [ViewModeEnum], { nullable: true, description: 'Of a type of one of these view modes.' })
  viewModes?: ViewMode[] | null;
  @Field(() => ID, { nullable: true, description: 'Assigned to this attendant.' })
  attendantId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'true: nobody has taken it; false: somebody has.' })
  unassigned?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'true: assigned to the caller; false: not so.' })
  mine?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'For this beneficiary.' })
  beneficiaryId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'true: not closed; false: closed.' })
  open?: boolean | null;
  @Field(() => [SlaStateEnum], {
    nullable: true,
    description:
      "The operator's own deadline stands in one of these ways, as its events tell it: within 2 s of the instant. For a beneficiary any list selects nothing.",
  })
  slaStates?: SlaState[] | null;
  @Field(() => [SlaStateEnum], {
    nullable: true,
    description:
      "The regulator's deadline stands in one of these ways, as its events tell it: within 2 s of the instant.",
  })
  regulatoryStates?: SlaState[] | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Created at this instant or later.' })
  createdFrom?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Created before this instant.' })
  createdTo?: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Protocol number (20 digits may be spaced), words of the description, name or number of the beneficiary; accents ignored; a blank one is none; 200 characters at the most. Not for streams.',
  })
  search?: string | null;
}
