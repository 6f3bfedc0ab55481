import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import { type BusinessTime, businessTime, type Step } from '../business-time.js';

@ObjectType('BusinessTime', { description: 'How much business time there is between two instants.' })
class BusinessTimeObject implements BusinessTime {
  @Field(() => GraphQLDateTime, { description: 'As it was given.' })
  from!: Date;
  @Field(() => GraphQLDateTime, {
    description:
      'As it was given, or found: of days the last instant of the last one, counted backwards the first instant of the first one.',
  })
  until!: Date;
  @Field(() => Int, { description: 'Business minutes between them, whole ones; negative where until is the earlier.' })
  minutes!: number;
  @Field(() => Int, {
    description:
      'Business days after the day of the earlier one, up to and with that of the later; negative where until is the earlier.',
  })
  days!: number;
}

/** Found within a moment by the sparsest calendar, too. */
const [mostMinutes, mostDays] = [60_000, 730];
const longest = 731 * 24 * 60 * 60 * 1000;

@Resolver()
export class BusinessTimeQuery {
  @Requires('configuration:read')
  @Query(() => BusinessTimeObject, {
    nullable: true,
    description:
      'Counts by a calendar, as own deadlines do, to try it out: give one of addMinutes, addDays and until. Null where there is no such calendar. BAD_USER_INPUT for what is out of range.',
  })
  businessTime(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => GraphQLDateTime, { description: 'Where counting begins: of the years 2000 to 2099.' })
    from: Date,
    @Arg('calendarId', () => ID, {
      nullable: true,
      description: 'Of the calendar, in use or not; without it that of types that name none.',
    })
    calendarId?: string | null,
    @Arg('addMinutes', () => Int, {
      nullable: true,
      description: 'Business minutes until the result: -60000 to 60000, negative ones before from.',
    })
    addMinutes?: number | null,
    @Arg('addDays', () => Int, {
      nullable: true,
      description: 'Business days until the result, without the day of from: -730 to 730, negative ones before it.',
    })
    addDays?: number | null,
    @Arg('until', () => GraphQLDateTime, {
      nullable: true,
      description: 'Counts up to it: two years away at the most.',
    })
    until?: Date | null,
  ): Promise<BusinessTime | null> {
    return businessTime(ctx, calendarId ?? null, from, stepOf(from, addMinutes, addDays, until));
  }
}

function stepOf(
  from: Date,
  minutes: number | null | undefined,
  days: number | null | undefined,
  until: Date | null | undefined,
): Step {
  const given = [minutes, days, until].filter((value) => value != null);
  if (given.length !== 1) throw badUserInput('Give one of addMinutes, addDays and until.');
  const year = from.getUTCFullYear();
  if (year < 2000 || year > 2099) throw badUserInput('from is of the years 2000 to 2099.');
  if (minutes != null) {
    if (Math.abs(minutes) > mostMinutes) throw badUserInput(`addMinutes is -${mostMinutes} to ${mostMinutes}.`);
    return { minutes };
  }
  if (days != null) {
    if (Math.abs(days) > mostDays) throw badUserInput(`addDays is -${mostDays} to ${mostDays}.`);
    return { days };
  }
  if (Math.abs(until!.getTime() - from.getTime()) > longest) throw badUserInput('until is two years away at the most.');
  return { until: until! };
}
