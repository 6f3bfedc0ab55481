import type { RequestContext } from '../../platform/graphql/context.js';
import type { Catalogue } from './catalogue.js';
import { maskConfig } from './action-config.js';
import type { Action, Feature, OccurrenceType, Status, Tab } from './model.js';

// What a caller sees of the configuration. Staff and systems see all of it, inactive elements included; a beneficiary the
// names and external texts of what they can open or have opened.

const isBeneficiary = (ctx: RequestContext): boolean => ctx.caller.kind === 'BENEFICIARY';

/** Internal texts, actions, roles and moves: never a beneficiary's. */
export const seesInternals = (ctx: RequestContext): boolean => !isBeneficiary(ctx);

/** Occurrences name their type and status to whoever reads them, but actions are for those who read the configuration. */
export const seesActions = (ctx: RequestContext): boolean =>
  ctx.caller.permissions.has('configuration:read') || ctx.caller.permissions.has('configuration:write');

export const visibleTypes = (ctx: RequestContext, catalogue: Catalogue): OccurrenceType[] =>
  catalogue.types.filter((type) => isTypeVisible(ctx, catalogue, type));

export const isTypeVisible = (ctx: RequestContext, catalogue: Catalogue, type: OccurrenceType): boolean =>
  !isBeneficiary(ctx) || catalogue.isOpenToBeneficiaries(type);

export const visibleFeatures = (
  ctx: RequestContext,
  catalogue: Catalogue,
  features: readonly Feature[] = catalogue.features,
): Feature[] =>
  features.filter(({ typeId }) => !isBeneficiary(ctx) || (typeId !== null && catalogue.type(typeId)?.active === true));

export const isStatusVisible = (ctx: RequestContext, status: Status): boolean =>
  !isBeneficiary(ctx) || (status.active && status.showInHistory);

export const isTabVisible = (ctx: RequestContext, tab: Tab): boolean =>
  !isBeneficiary(ctx) || (tab.active && tab.visibleToBeneficiary);

/** Whoever writes configs may read them, but for secrets, which nobody sees again. */
const readsConfigs = ({ caller: { permissions } }: RequestContext): boolean =>
  permissions.has('configuration:readActionConfigs') || permissions.has('configuration:write');

export const visibleConfig = (ctx: RequestContext, action: Action): Record<string, unknown> =>
  readsConfigs(ctx) ? maskConfig(action.kind, action.config) : {};

export const visibleCondition = (ctx: RequestContext, action: Action): Action['condition'] =>
  readsConfigs(ctx) ? action.condition : null;
