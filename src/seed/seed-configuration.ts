import type { RequestContext } from '../platform/graphql/context.js';
import type { Services } from '../services.js';
import type { OccurrenceTypeContent, OperatorContent } from './demo/content.js';
import { done } from './done.js';

/** Protocol types, forms, occurrence types and features, as their configurator would make them. */
export async function seedConfiguration(
  ctx: RequestContext,
  content: OperatorContent,
  services: Services,
): Promise<void> {
  const protocolTypes = new Map<string, string>();
  for (const input of content.protocolTypes) {
    protocolTypes.set(input.key, done(await services.protocolTypes.create(ctx, input)).id);
  }
  const forms = new Map<string, string>();
  for (const input of content.forms) forms.set(input.key, done(await services.forms.create(ctx, input)).id);
  const types = new Map<string, string>();
  for (const type of content.occurrenceTypes) {
    const input = typeInput(type, protocolTypes, forms);
    types.set(type.key, done(await services.occurrenceTypes.create(ctx, input)).id);
  }
  for (const { occurrenceTypeKey, ...feature } of content.features) {
    done(await services.features.link(ctx, { ...feature, occurrenceTypeId: idOf(types, occurrenceTypeKey) }));
  }
}

function typeInput(
  { protocolTypeKey, intakeFormKey, tabs, actions, ...type }: OccurrenceTypeContent,
  protocolTypes: ReadonlyMap<string, string>,
  forms: ReadonlyMap<string, string>,
) {
  return {
    ...type,
    protocolTypeId: idOf(protocolTypes, protocolTypeKey),
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
