import type { NodeLoader, NodeLoaders } from '../../platform/graphql/node-query.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { formVersionLoader, parseFormVersionKey } from '../forms/index.js';
import { type Catalogue, catalogueOf } from './catalogue.js';
import {
  isStatusVisible,
  isTabVisible,
  isTypeVisible,
  seesActions,
  seesInternals,
  visibleFeatures,
  visibleTypes,
} from './visible.js';

/** What hangs on a type is visible where the type is. */
async function ofVisibleType<E extends { readonly typeId: string }>(
  ctx: RequestContext,
  find: (catalogue: Catalogue) => E | undefined,
): Promise<E | null> {
  const catalogue = await catalogueOf(ctx);
  const element = find(catalogue);
  const type = element && catalogue.type(element.typeId);
  return element && type && isTypeVisible(ctx, catalogue, type) ? element : null;
}

/** A beneficiary meets forms as intakes and in tabs, protocol types as those of types: nowhere else. */
const isUsedVisibly = (ctx: RequestContext, catalogue: Catalogue, id: string): boolean =>
  seesInternals(ctx) ||
  visibleTypes(ctx, catalogue).some(
    (type) =>
      type.intakeFormId === id ||
      type.protocolTypeId === id ||
      type.tabs.some((tab) => tab.formId === id && isTabVisible(ctx, tab)),
  );

const elements = {
  async occurrenceType(ctx, id) {
    const catalogue = await catalogueOf(ctx);
    const type = catalogue.type(id);
    return type && isTypeVisible(ctx, catalogue, type) ? type : null;
  },
  async status(ctx, id) {
    const status = await ofVisibleType(ctx, (catalogue) => catalogue.status(id));
    return status && isStatusVisible(ctx, status) ? status : null;
  },
  async tab(ctx, id) {
    const tab = await ofVisibleType(ctx, (catalogue) => catalogue.tab(id));
    return tab && isTabVisible(ctx, tab) ? tab : null;
  },
  action: async (ctx, id) => (seesActions(ctx) ? ofVisibleType(ctx, (catalogue) => catalogue.action(id)) : null),
  async feature(ctx, id) {
    const catalogue = await catalogueOf(ctx);
    const feature = catalogue.feature(id);
    return (feature && visibleFeatures(ctx, catalogue, [feature])[0]) ?? null;
  },
  async protocolType(ctx, id) {
    const catalogue = await catalogueOf(ctx);
    const protocolType = catalogue.protocolType(id);
    return protocolType && isUsedVisibly(ctx, catalogue, id) ? protocolType : null;
  },
  businessCalendar: async (ctx, id) =>
    seesActions(ctx) ? ((await catalogueOf(ctx)).businessCalendar(id) ?? null) : null,
  async form(ctx, id) {
    const catalogue = await catalogueOf(ctx);
    const formId = parseFormVersionKey(id)?.formId ?? id;
    if (!isUsedVisibly(ctx, catalogue, formId)) return null;
    return catalogue.form(id) ?? formVersionLoader(ctx).load(id);
  },
} satisfies NodeLoaders;

const mayRead = ({ caller: { permissions } }: RequestContext): boolean =>
  permissions.has('configuration:read') ||
  permissions.has('configuration:readLinked') ||
  permissions.has('configuration:write');

/** The elements of the configuration by id, forms, protocol types and calendars among them. */
export const workflowNodes: NodeLoaders = Object.fromEntries(
  Object.entries(elements).map(([kind, load]: [string, NodeLoader]) => [
    kind,
    async (ctx: RequestContext, id: string) => (mayRead(ctx) ? load(ctx, id) : null),
  ]),
);
