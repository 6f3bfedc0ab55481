import type { EntityManager } from '@mikro-orm/postgresql';
import { type BusinessCalendar, loadBusinessCalendars } from '../business-calendars/index.js';
import { contextValue, type RequestContext } from '../../platform/graphql/context.js';
import { type FormDefinition, type FormValidator, loadForms, validatorOf } from '../forms/index.js';
import { genericTermsOf } from '../answers/index.js';
import { loadOperator } from '../operators/index.js';
import { loadProtocolTypes, type ProtocolType } from '../protocols/index.js';
import { loadFeatures, loadTypes } from './load-types.js';
import type { Action, Feature, OccurrenceType, Status, Tab } from './model.js';

interface Parts {
  readonly types: readonly OccurrenceType[];
  readonly features: readonly Feature[];
  readonly protocolTypes: readonly ProtocolType[];
  readonly businessCalendars: readonly BusinessCalendar[];
  /** At their newest versions. */
  readonly forms: readonly FormDefinition[];
  /** What concludes nothing, in the operator's words. */
  readonly genericTerms: readonly string[];
}

const byId = <E extends { readonly id: string }>(elements: readonly E[]): ReadonlyMap<string, E> =>
  new Map(elements.map((element) => [element.id, element]));

const byKey = <E extends { readonly key: string }>(elements: readonly E[]): ReadonlyMap<string, E> =>
  new Map(elements.map((element) => [element.key, element]));

/** The whole configuration of one operator at one version: lists in the order of keys, inactive elements included. */
export class Catalogue {
  readonly types: readonly OccurrenceType[];
  readonly features: readonly Feature[];
  readonly protocolTypes: readonly ProtocolType[];
  readonly businessCalendars: readonly BusinessCalendar[];
  readonly forms: readonly FormDefinition[];
  readonly genericTerms: readonly string[];
  readonly #types: ReadonlyMap<string, OccurrenceType>;
  readonly #typesByKey: ReadonlyMap<string, OccurrenceType>;
  readonly #statuses: ReadonlyMap<string, Status>;
  readonly #tabs: ReadonlyMap<string, Tab>;
  readonly #actions: ReadonlyMap<string, Action>;
  readonly #features: ReadonlyMap<string, Feature>;
  readonly #featuresByKey: ReadonlyMap<string, Feature>;
  readonly #linked: ReadonlySet<string | null>;
  readonly #protocolTypes: ReadonlyMap<string, ProtocolType>;
  readonly #businessCalendars: ReadonlyMap<string, BusinessCalendar>;
  readonly #forms: ReadonlyMap<string, FormDefinition>;

  constructor({ types, features, protocolTypes, businessCalendars, forms, genericTerms }: Parts) {
    this.types = types;
    this.features = features;
    this.protocolTypes = protocolTypes;
    this.businessCalendars = businessCalendars;
    this.forms = forms;
    this.genericTerms = genericTerms;
    this.#types = byId(types);
    this.#typesByKey = byKey(types);
    this.#statuses = byId(types.flatMap((type) => type.statuses));
    this.#tabs = byId(types.flatMap((type) => type.tabs));
    this.#actions = byId(types.flatMap((type) => type.actions));
    this.#features = byId(features);
    this.#featuresByKey = byKey(features);
    this.#linked = new Set(features.map((feature) => feature.typeId));
    this.#protocolTypes = byId(protocolTypes);
    this.#businessCalendars = byId(businessCalendars);
    this.#forms = byId(forms);
  }

  type(id: string): OccurrenceType | undefined {
    return this.#types.get(id);
  }

  typeByKey(key: string): OccurrenceType | undefined {
    return this.#typesByKey.get(key);
  }

  status(id: string): Status | undefined {
    return this.#statuses.get(id);
  }

  tab(id: string): Tab | undefined {
    return this.#tabs.get(id);
  }

  action(id: string): Action | undefined {
    return this.#actions.get(id);
  }

  feature(id: string): Feature | undefined {
    return this.#features.get(id);
  }

  featureByKey(key: string): Feature | undefined {
    return this.#featuresByKey.get(key);
  }

  protocolType(id: string): ProtocolType | undefined {
    return this.#protocolTypes.get(id);
  }

  businessCalendar(id: string): BusinessCalendar | undefined {
    return this.#businessCalendars.get(id);
  }

  /** The calendar that a type names, else the operator's default; null: neither, and the usual one holds. */
  calendarOf({ businessCalendarId: id }: Pick<OccurrenceType, 'businessCalendarId'>): BusinessCalendar | null {
    const found = id === null ? this.businessCalendars.find(({ isDefault }) => isDefault) : this.businessCalendar(id);
    return found ?? null;
  }

  /** At its newest version; older ones come from `formVersionLoader`. */
  form(id: string): FormDefinition | undefined {
    return this.#forms.get(id);
  }

  /** Checks data against the newest version of a form. */
  validator(formId: string): FormValidator | undefined {
    const form = this.form(formId);
    return form && validatorOf(form);
  }

  /** Whether the type is active and a feature links to it: what beneficiaries can see and open. */
  isOpenToBeneficiaries(type: OccurrenceType): boolean {
    return type.active && this.#linked.has(type.id);
  }
}

const most = 200;
const kept = new Map<string, Catalogue>();

/**
 * The configuration as this transaction sees it. Kept by version, so that most operations read that number alone. In a
 * transaction that changes the configuration it is what was there before: ask before `recordChanges`.
 */
export async function catalogueIn(em: EntityManager, operatorId: string): Promise<Catalogue> {
  let version = await versionIn(em, operatorId);
  for (;;) {
    const key = `${operatorId}@${version}`;
    const catalogue = kept.get(key) ?? (await load(em, operatorId));
    // Without a lock or a snapshot somebody may have changed it in between: then it is of no one version.
    const now = kept.has(key) ? version : await versionIn(em, operatorId);
    if (now === version) {
      keep(key, catalogue);
      return catalogue;
    }
    version = now;
  }
}

/** The configuration of the caller's operator, in this operation's snapshot. */
export const catalogueOf = contextValue(
  async (ctx): Promise<Catalogue> => catalogueIn(await ctx.read(), ctx.caller.operatorId),
);

/** Likewise, in a change that holds the lock of the configuration; its answer needs no snapshot to ask again. */
export async function catalogueHeld(em: EntityManager, ctx: RequestContext): Promise<Catalogue> {
  const catalogue = await catalogueIn(em, ctx.caller.operatorId);
  catalogueOf.foretell(ctx, Promise.resolve(catalogue));
  return catalogue;
}

async function versionIn(em: EntityManager, operatorId: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    'select configuration_version as version from operator where id = ?',
    [operatorId],
  );
  if (!row) throw new Error(`There is no operator ${operatorId}`);
  return row.version;
}

const load = async (em: EntityManager, operatorId: string): Promise<Catalogue> =>
  new Catalogue({
    types: await loadTypes(em, operatorId),
    features: await loadFeatures(em, operatorId),
    protocolTypes: await loadProtocolTypes(em, operatorId),
    businessCalendars: await loadBusinessCalendars(em, operatorId),
    forms: await loadForms(em, operatorId),
    genericTerms: genericTermsOf((await loadOperator(em, operatorId)).genericAnswerTerms),
  });

/** The last ones used stay. */
function keep(key: string, catalogue: Catalogue): void {
  kept.delete(key);
  kept.set(key, catalogue);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
