import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { changeConfiguration, checkKey, checkName } from '../configuration/index.js';
import { type Catalogue, catalogueIn, catalogueOf } from './catalogue.js';
import type { Feature } from './model.js';
import { featureChange } from './type-changes.js';
import { FeatureEntity } from './workflow.entity.js';

export interface FeatureLink {
  readonly key: string;
  /** Unless given: as it is called, or as its type is. */
  readonly name?: string | null;
  readonly occurrenceTypeId: string;
}

export class FeatureService {
  /** Links a feature to a type, whatever it was linked to before; a key that is new makes a feature. */
  link(ctx: RequestContext, { key, name, occurrenceTypeId }: FeatureLink): Promise<Result<Feature>> {
    return this.#save(ctx, (catalogue) => {
      const type = catalogue.type(occurrenceTypeId);
      const before = catalogue.featureByKey(key);
      const id = before?.id ?? newId('feature', ctx.clock.now());
      const after: Feature = { id, key, name: name ?? before?.name ?? type?.name ?? key, typeId: occurrenceTypeId };
      const problems = [
        ...checkKey(key, false, ['input', 'key']),
        ...checkName(after.name, ['input', 'name']),
        ...(type ? [] : [problem('NOT_FOUND', 'There is no such occurrence type.', ['input', 'occurrenceTypeId'])]),
      ];
      return problems.length > 0 ? refusal(...problems) : success(after);
    });
  }

  /** Links a feature to nothing; that it is so already is no failure. */
  unlink(ctx: RequestContext, id: string): Promise<Result<Feature>> {
    return this.#save(ctx, (catalogue) => {
      const before = catalogue.feature(id);
      return before
        ? success({ ...before, typeId: null })
        : refusal(problem('NOT_FOUND', 'There is no such feature.', ['id']));
    });
  }

  async #save(ctx: RequestContext, plan: (catalogue: Catalogue) => Result<Feature>): Promise<Result<Feature>> {
    const saved = await changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const catalogue = await catalogueIn(em, operatorId);
      const planned = plan(catalogue);
      if (!planned.ok) return planned;
      const after = planned.value;
      const before = catalogue.feature(after.id) ?? null;
      if (before) await em.nativeUpdate(FeatureEntity, { operatorId, id: after.id }, after);
      else await em.insert(FeatureEntity, { operatorId, ...after });
      const changes = featureChange(before, after, (typeId) => catalogue.type(typeId)?.key);
      return success({ value: after.id, changes });
    });
    return saved.ok ? success((await catalogueOf(ctx)).feature(saved.value)!) : saved;
  }
}
