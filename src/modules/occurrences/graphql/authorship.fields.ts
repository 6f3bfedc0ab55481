import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { shownName } from '../read/seen.js';
import { MessageObject } from './message.type.js';
import { NoteObject } from './note.type.js';
import { type EventOf, OccurrenceEventObject } from './occurrence-event.type.js';
import { TabEntryObject } from './tab-entry.type.js';

const hidden = 'To a beneficiary of an operator that hides its attendants: the name of the operator.';

interface Authored {
  readonly authorKind: string;
  readonly authorName: string;
}

const authorOf = (ctx: RequestContext, { authorKind, authorName }: Authored): Promise<string> =>
  shownName(ctx, { kind: authorKind, name: authorName });

@Resolver(() => NoteObject)
export class NoteAuthorFields {
  @FieldResolver(() => String, { description: `Who wrote it, by name. ${hidden}` })
  author(@Root() note: Authored, @Ctx() ctx: RequestContext): Promise<string> {
    return authorOf(ctx, note);
  }
}

@Resolver(() => MessageObject)
export class MessageAuthorFields {
  @FieldResolver(() => String, { description: `Who sent it, by name. ${hidden}` })
  author(@Root() message: Authored, @Ctx() ctx: RequestContext): Promise<string> {
    return authorOf(ctx, message);
  }

  @FieldResolver(() => Boolean, { description: 'false: an attendant or a system sent it.' })
  fromBeneficiary(@Root() { authorKind }: Authored): boolean {
    return authorKind === 'BENEFICIARY';
  }
}

@Resolver(() => TabEntryObject)
export class TabEntryAuthorFields {
  @FieldResolver(() => String, { description: `Who filled it in first, by name. ${hidden}` })
  author(@Root() entry: Authored, @Ctx() ctx: RequestContext): Promise<string> {
    return authorOf(ctx, entry);
  }
}

@Resolver(() => OccurrenceEventObject)
export class OccurrenceEventFields {
  @FieldResolver(() => String, { description: `Who did it, by name as it was then. ${hidden}` })
  actor(@Root() { actorKind, actorName }: EventOf, @Ctx() ctx: RequestContext): Promise<string> {
    return shownName(ctx, { kind: actorKind, name: actorName });
  }
}
