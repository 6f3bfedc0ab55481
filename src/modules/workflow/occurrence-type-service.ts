import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { changeConfiguration, plainJson } from '../configuration/index.js';
import { type Catalogue, catalogueIn, catalogueOf } from './catalogue.js';
import { checkSave } from './check-save.js';
import { definitionOf, type TypeDefinition } from './definition.js';
import { typeDefinition } from './definition-create.js';
import type {
  ActionInput,
  ActionUpdate,
  AttendanceTabInput,
  AttendanceTabUpdate,
  OccurrenceTypeInput,
  OccurrenceTypeUpdate,
  StatusInput,
  StatusUpdate,
} from './definition-input.js';
import { addAction, addStatus, addTab, changeAction, changeStatus, changeTab } from './element-update.js';
import { retireSecrets } from './previous-secret.js';
import type { Action, OccurrenceType, Status, Tab } from './model.js';
import { saveType } from './save-type.js';
import { typeChanges } from './type-changes.js';
import { typeOf } from './type-model.js';
import { applyTypeUpdate } from './type-update.js';

export interface OccurrenceTypeOptions {
  /** Hooks by http: for trying things out. */
  readonly allowInsecureHooks: boolean;
}

/** What a change starts from, and what it makes of it. */
interface Plan {
  readonly before: OccurrenceType | null;
  readonly after: TypeDefinition;
}

/** Changes of occurrence types: whichever element is meant, its type is checked as a whole, and saved or left as it is. */
export class OccurrenceTypeService {
  constructor(private readonly options: OccurrenceTypeOptions) {}

  create(ctx: RequestContext, input: OccurrenceTypeInput): Promise<Result<OccurrenceType>> {
    const after = typeDefinition(plainJson(input));
    return this.#save(ctx, () => success({ before: null, after }));
  }

  update(ctx: RequestContext, id: string, update: OccurrenceTypeUpdate): Promise<Result<OccurrenceType>> {
    return this.#save(ctx, (catalogue) => {
      const type = catalogue.type(id);
      return changed(type, 'id', (stored) => applyTypeUpdate(stored, plainJson(update)));
    });
  }

  createStatus(ctx: RequestContext, typeId: string, input: StatusInput): Promise<Result<Status>> {
    return this.#add(ctx, typeId, 'statuses', input.key, (stored) => addStatus(stored, plainJson(input)));
  }

  createTab(ctx: RequestContext, typeId: string, input: AttendanceTabInput): Promise<Result<Tab>> {
    return this.#add(ctx, typeId, 'tabs', input.key, (stored) => addTab(stored, plainJson(input)));
  }

  createAction(ctx: RequestContext, typeId: string, input: ActionInput): Promise<Result<Action>> {
    return this.#add(ctx, typeId, 'actions', input.key, (stored) => addAction(stored, plainJson(input)));
  }

  updateStatus(ctx: RequestContext, id: string, update: StatusUpdate): Promise<Result<Status>> {
    const find = (catalogue: Catalogue) => catalogue.status(id);
    return this.#change(ctx, find, (stored) => changeStatus(stored, id, plainJson(update)));
  }

  updateTab(ctx: RequestContext, id: string, update: AttendanceTabUpdate): Promise<Result<Tab>> {
    const find = (catalogue: Catalogue) => catalogue.tab(id);
    return this.#change(ctx, find, (stored) => changeTab(stored, id, plainJson(update)));
  }

  updateAction(ctx: RequestContext, id: string, update: ActionUpdate): Promise<Result<Action>> {
    const find = (catalogue: Catalogue) => catalogue.action(id);
    return this.#change(ctx, find, (stored) => changeAction(stored, id, plainJson(update)));
  }

  async #add<L extends 'statuses' | 'tabs' | 'actions'>(
    ctx: RequestContext,
    typeId: string,
    list: L,
    key: string,
    add: (stored: TypeDefinition) => TypeDefinition,
  ): Promise<Result<OccurrenceType[L][number]>> {
    const saved = await this.#save(ctx, (catalogue) =>
      changed(catalogue.type(typeId), 'occurrenceTypeId', (stored) => success(add(stored))),
    );
    if (!saved.ok) return saved;
    return success(saved.value[list].find((element) => element.key === key)!);
  }

  async #change<E extends { readonly typeId: string }>(
    ctx: RequestContext,
    find: (catalogue: Catalogue) => E | undefined,
    change: (stored: TypeDefinition) => Result<TypeDefinition>,
  ): Promise<Result<E>> {
    const saved = await this.#save(ctx, (catalogue) => {
      const element = find(catalogue);
      return changed(element && catalogue.type(element.typeId), 'id', change);
    });
    return saved.ok ? success(find(await catalogueOf(ctx))!) : saved;
  }

  async #save(ctx: RequestContext, plan: (catalogue: Catalogue) => Result<Plan>): Promise<Result<OccurrenceType>> {
    const saved = await changeConfiguration(ctx, async (em) => {
      const catalogue = await catalogueIn(em, ctx.caller.operatorId);
      const planned = plan(catalogue);
      return planned.ok ? this.#write(ctx, em, catalogue, planned.value) : planned;
    });
    return saved.ok ? success((await catalogueOf(ctx)).type(saved.value)!) : saved;
  }

  async #write(ctx: RequestContext, em: EntityManager, catalogue: Catalogue, { before, after }: Plan) {
    const { operatorId } = ctx.caller;
    const problems = await checkSave(em, operatorId, catalogue, before, after, this.options.allowInsecureHooks);
    if (problems.length > 0) return refusal(...problems);
    const now = ctx.clock.now();
    const type = typeOf(after, (kind) => newId(kind, now));
    await saveType(em, operatorId, before, type);
    await retireSecrets(em, operatorId, { before, after: type, now });
    return success({ value: type.id, changes: typeChanges(before, type) });
  }
}

/** `argument` is where the mutation names what is to be changed. */
function changed(
  before: OccurrenceType | undefined,
  argument: string,
  change: (stored: TypeDefinition) => Result<TypeDefinition>,
): Result<Plan> {
  if (!before) return refusal(problem('NOT_FOUND', 'There is no such element of the configuration.', [argument]));
  const after = change(definitionOf(before));
  return after.ok ? success({ before, after: after.value }) : after;
}
