import type { EntityManager } from '@mikro-orm/postgresql';

/** What depends on a form, told by whoever knows: the modules that use forms are above this one. */
export interface FormUses {
  /** Active tabs and intakes with the form, each by its name. */
  usedBy(em: EntityManager, operatorId: string, formId: string): Promise<readonly string[]>;
  /** Conditions that read a field which the form would not have any more, each by its action. */
  brokenBy(
    em: EntityManager,
    operatorId: string,
    formId: string,
    fields: readonly string[],
  ): Promise<readonly string[]>;
}
