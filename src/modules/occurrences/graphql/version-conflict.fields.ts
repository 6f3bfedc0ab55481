import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { VersionConflict } from '../../../platform/graphql/user-error.js';
import { type Collision, mostCollidingChanges } from '../decide.js';
import type { TabEntry } from '../occurrence.entity.js';
import { collidingChanges, collidingEntry } from '../read/collisions.js';
import { OccurrenceEventObject } from './occurrence-event.type.js';
import { TabEntryObject } from './tab-entry.type.js';

/** Where no version was expected, or one that is yet to come, there is nothing that it collided with. */
const collisionOf = (conflict: VersionConflict & Partial<Collision>): Collision | null => {
  const { occurrenceId, changedIn, entryId = null } = conflict;
  return occurrenceId !== undefined && changedIn ? { occurrenceId, changedIn, entryId } : null;
};

/** The other side of a conflict, for clients that show both. */
@Resolver(() => VersionConflict)
export class VersionConflictFields {
  @FieldResolver(() => [OccurrenceEventObject], {
    description: `What was changed since \`expectedVersion\` of the same thing, by whom and when, oldest first, at most the newest ${mostCollidingChanges}; what the caller does not see in the history is left out. Empty where no version was expected, or one that is yet to come.`,
  })
  async changes(@Root() conflict: VersionConflict, @Ctx() ctx: RequestContext): Promise<StoredEvent[]> {
    const collision = collisionOf(conflict);
    return collision ? collidingChanges(ctx, collision) : [];
  }

  @FieldResolver(() => TabEntryObject, {
    nullable: true,
    description:
      'The entry of a tab as it is now, beside the one that was sent; null where the conflict is about something else.',
  })
  async tabEntry(@Root() conflict: VersionConflict, @Ctx() ctx: RequestContext): Promise<TabEntry | null> {
    const collision = collisionOf(conflict);
    return collision ? collidingEntry(ctx, collision) : null;
  }
}
