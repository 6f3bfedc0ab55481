import type { RequestContext } from '../../../platform/graphql/context.js';
import { operatorOf } from '../../operators/index.js';
import { catalogueOf, type Status, type Tab } from '../../workflow/index.js';
import type { Attachment, Note, TabEntry } from '../occurrence.entity.js';

// What the caller sees of an occurrence that they see.

const isMember = ({ caller }: RequestContext): boolean => caller.kind === 'BENEFICIARY';

export const seesTab = (ctx: RequestContext, { visibleToBeneficiary }: Tab): boolean =>
  visibleToBeneficiary || !isMember(ctx);

export const seesNote = (ctx: RequestContext, { visibility }: Note): boolean =>
  visibility === 'PUBLIC' || !isMember(ctx);

export const seesAttachment = (
  ctx: RequestContext,
  { visibleToBeneficiary, authorId }: Pick<Attachment, 'visibleToBeneficiary' | 'authorId'>,
): boolean => visibleToBeneficiary || authorId === ctx.caller.personId || !isMember(ctx);

export async function seesEntry(ctx: RequestContext, { tabId }: Pick<TabEntry, 'tabId'>): Promise<boolean> {
  const tab = (await catalogueOf(ctx)).tab(tabId);
  return tab !== undefined && seesTab(ctx, tab);
}

/** Attendants, assignments, the operator's own deadline, deliveries, reasons between colleagues: for staff and systems. */
export const seesInternals = (ctx: RequestContext): boolean => !isMember(ctx);

/** What a status says to the caller. */
export const shownDescription = (ctx: RequestContext, status: Status): string =>
  isMember(ctx) ? status.externalDescription : status.internalDescription;

/** Somebody who did something, by the name that the caller is told: the operator's, where it hides its attendants. */
export async function shownName(ctx: RequestContext, who: { kind: string; name: string }): Promise<string> {
  if (who.kind !== 'STAFF' || !isMember(ctx)) return who.name;
  const operator = await operatorOf(ctx);
  return operator.hidesAttendants ? operator.name : who.name;
}
