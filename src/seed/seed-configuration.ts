import type { RequestContext } from '../platform/graphql/context.js';
import type { Services } from '../services.js';
import type { OccurrenceTypeContent, OperatorContent } from './demo/content.js';
import { done } from './done.js';

/** Protocol types, calendars, forms, occurrence types and features, as their configurator would make them. */
export async function seedConfiguration(
  ctx: RequestContext,
  content: OperatorContent,
  services: Services,
): Promise<void> {
  const protocolTypes = new Map<string, string>();
  for (const input of content.protocolTypes) {
    protocolTypes.set(input.key, done(await services.protocolTypes.create(ctx, input)).id);
  }
  const calendars = new Map<string, string>();
  for (const input of content.calendars) {
    calendars.set(input.key, done(await services.businessCalendars.create(ctx, input)).id);
  }
  const forms = new Map<string, string>();
  for (const input of content.forms) forms.set(input.key, done(await services.forms.create(ctx, input)).id);
  const types = new Map<string, string>();
  for (const type of content.occurrenceTypes) {
    const input = typeInput(type, { protocolTypes, calendars, forms });
    types.set(type.key, done(await services.occurrenceTypes.create(ctx, input)).id);
  }
  for (const { occurrenceTypeKey, ...feature } of content.features) {
    done(await services.features.link(ctx, { ...feature, occurrenceTypeId: idOf(types, occurrenceTypeKey) }));
  }
}

/** By key. */
interface Ids {
  readonly protocolTypes: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, string>;
  readonly forms: ReadonlyMap<string, string>;
}

function typeInput(
  { protocolTypeKey, calendarKey, intakeFormKey, tabs, actions, ...type }: OccurrenceTypeContent,
  { protocolTypes, calendars, forms }: Ids,
) {
  return {
    ...type,
    protocolTypeId: idOf(protocolTypes, protocolTypeKey),
    businessCalendarId: calendarKey === undefined ? null : idOf(calendars, calendarKey),
    intakeFormId: intakeFormKey === null ? null : idOf(forms, intakeFormKey),
    tabs: tabs.map(({ formKey, ...tab }) => ({ ...tab, formId: formKey === undefined ? null : idOf(forms, formKey) })),
    // A hook without a secret gets one of its own when it is saved.
    actions,
  };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The seed has nothing called ${key}`);
  return id;
}
