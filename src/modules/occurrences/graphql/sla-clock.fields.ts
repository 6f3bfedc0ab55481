import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { defaultPageSize, pageRequest } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Segment } from '../../calendar/index.js';
import { StatusObject } from '../../workflow/graphql/index.js';
import { catalogueOf, type Status } from '../../workflow/index.js';
import type { ClockView } from '../clocks/clock-view.js';
import type { Language } from '../clocks/explanation/index.js';
import { countedMinutesIn, countedMinutesOf, segmentsAfter } from '../clocks/course.js';
import { shownDescription } from '../read/seen.js';
import { ExplanationLanguageEnum } from './enums.js';
import { SlaClockObject } from './sla-clock.type.js';
import { SlaSegmentObject } from './sla-segment.type.js';

/** What became of the time since a deadline began; counted when it is asked for. */
@Resolver(() => SlaClockObject)
export class SlaClockFields {
  @FieldResolver(() => String, {
    description:
      'Why it is due then, in sentences for people: what was promised, from when to when, the hours or days that count and the zone, holidays by their names, pauses by their statuses (ten of each at the most). ' +
      'Once it is over, whether in time; once it is late, by how much of the time that counts, and where the time since the start went.',
  })
  async explanation(
    @Root() clock: ClockView,
    @Arg('language', () => ExplanationLanguageEnum, {
      nullable: true,
      defaultValue: 'PT',
      description: 'In which language.',
    })
    language: Language | null,
    @Ctx() ctx: RequestContext,
  ): Promise<string> {
    const catalogue = await catalogueOf(ctx);
    const nameOf = (statusId: string) => {
      const status = catalogue.status(statusId);
      return status ? shownDescription(ctx, status) : null;
    };
    return clock.explain({ language: language ?? 'PT', nameOf });
  }

  @FieldResolver(() => Float, {
    description:
      'Minutes that have counted from its start until now, or until it stopped: the sum of those of all segments, exact to the millisecond.',
  })
  countedMinutes(@Root() { course }: ClockView): number {
    return countedMinutesOf(course);
  }

  @FieldResolver(() => [SlaSegmentObject], {
    description:
      'What became of the time from its start until now, or until it stopped: stretches that join without a gap, each as long as it can be, oldest first. ' +
      'Where the last one ends before that, there are more: ask again with `after`. The first day of a deadline in days is the next one; what is left of the day of its start counts as time all the same, as it does in `remainingMinutes`.',
  })
  segments(
    @Root() { course }: ClockView,
    @Arg('first', () => Int, {
      nullable: true,
      description: `How many at the most: 1 to 100; ${defaultPageSize} unless given.`,
    })
    first?: number | null,
    @Arg('after', () => GraphQLDateTime, {
      nullable: true,
      description: 'Only what became of the time from this instant on: `to` of the last one of the page before.',
    })
    after?: Date | null,
  ): Segment[] {
    const { limit } = pageRequest({ first: first ?? null }, String);
    return segmentsAfter(course, after ?? null, limit);
  }
}

@Resolver(() => SlaSegmentObject)
export class SlaSegmentFields {
  @FieldResolver(() => Float, {
    description:
      'Minutes of it that count, with a fraction where it is no whole number of them (exact to the millisecond); 0 unless COUNTED.',
  })
  countedMinutes(@Root() segment: Segment): number {
    return countedMinutesIn(segment);
  }

  @FieldResolver(() => StatusObject, {
    nullable: true,
    description:
      'Where it is PAUSED, the status that paused it, or in which it was resolved or closed before it was reopened; null where that was not kept yet, and otherwise.',
  })
  async status(@Root() { pausedBy }: Segment, @Ctx() ctx: RequestContext): Promise<Status | null> {
    return (pausedBy !== null && (await catalogueOf(ctx)).status(pausedBy)) || null;
  }
}
