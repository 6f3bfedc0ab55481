import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { type Problem, problem, refusal, type Result, success } from '../../shared/problem.js';
import {
  changeConfiguration,
  checkCleared,
  checkKey,
  checkName,
  elementChange,
  givenFields,
  inUse,
  plainJson,
} from '../configuration/index.js';
import { fieldNames } from './fields.js';
import type { FormDefinition } from './form-definition.js';
import { checkFormSchema } from './form-schema.js';
import type { FormUses } from './form-uses.js';
import { FormEntity, FormVersionEntity } from './form.entity.js';
import { loadForms } from './load-forms.js';
import { checkUiSchema } from './ui-schema.js';

type Json = Readonly<Record<string, unknown>>;

export interface FormDefinitionInput {
  readonly key: string;
  readonly name: string;
  readonly schema: Json;
  readonly uiSchema?: Json | null;
}

/** Absent leaves as it is, null clears. */
export interface FormDefinitionUpdate {
  readonly key?: string | null;
  readonly name?: string | null;
  readonly schema?: Json | null;
  readonly uiSchema?: Json | null;
  readonly active?: boolean | null;
}

/** What of a form is the operator's to say; its versions keep all but key and active. */
type Content = Pick<FormDefinition, 'key' | 'name' | 'schema' | 'uiSchema' | 'active'>;

const contentOf = ({ key, name, schema, uiSchema, active }: FormDefinition): Content => ({
  key,
  name,
  schema,
  uiSchema,
  active,
});

export class FormService {
  constructor(private readonly uses: FormUses) {}

  create(ctx: RequestContext, input: FormDefinitionInput): Promise<Result<FormDefinition>> {
    const content: Content = {
      key: input.key,
      name: input.name,
      schema: plainJson(input.schema),
      uiSchema: plainJson(input.uiSchema) ?? null,
      active: true,
    };
    return changeConfiguration(ctx, async (em) => {
      const problems = check(content, await loadForms(em, ctx.caller.operatorId), undefined);
      if (problems.length > 0) return refusal(...problems);
      const id = newId('form', ctx.clock.now());
      const form = { ...content, id, formId: id, version: 1 };
      const { operatorId } = ctx.caller;
      await em.insert(FormEntity, { operatorId, id, key: form.key, name: form.name, version: 1, active: true });
      await addVersion(ctx, em, form);
      return success({ value: form, changes: elementChange(`Form ${form.key}`, null, loggedAs(form)) });
    });
  }

  update(ctx: RequestContext, id: string, update: FormDefinitionUpdate): Promise<Result<FormDefinition>> {
    const given = givenFields(plainJson({ ...update }));
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const forms = await loadForms(em, operatorId);
      const stored = forms.find((form) => form.id === id);
      if (!stored) return refusal(problem('NOT_FOUND', 'There is no such form.', ['id']));
      const cleared = checkCleared(given, ['uiSchema'], ['input']);
      const content: Content = { ...contentOf(stored), ...withoutNull(given), ...uiSchemaOf(given) };
      const own = [...cleared, ...check(content, forms, stored)];
      const problems = [...own, ...(await this.#checkUses(em, ctx, stored, content, own.length === 0))];
      if (problems.length > 0) return refusal(...problems);

      const versioned = ({ name, schema, uiSchema }: Content) => ({ name, schema, uiSchema });
      const sameVersion = isDeepStrictEqual(versioned(contentOf(stored)), versioned(content));
      const form: FormDefinition = {
        ...stored,
        ...content,
        version: sameVersion ? stored.version : stored.version + 1,
      };
      if (!sameVersion) await addVersion(ctx, em, form);
      const { key, name, version, active } = form;
      await em.nativeUpdate(FormEntity, { operatorId, id }, { key, name, version, active });
      return success({ value: form, changes: elementChange(`Form ${key}`, loggedAs(stored), loggedAs(form)) });
    });
  }

  async #checkUses(
    em: EntityManager,
    { caller: { operatorId } }: RequestContext,
    stored: FormDefinition,
    content: Content,
    isSound: boolean,
  ): Promise<Problem[]> {
    const problems: Problem[] = [];
    if (stored.active && !content.active) {
      const users = await this.uses.usedBy(em, operatorId, stored.id);
      const message = `${users.length} use it: ${users.slice(0, 10).join(', ')}.`;
      if (users.length > 0) problems.push(inUse(users.length, message, ['input', 'active']));
    }
    // A schema that goes round in circles has no end of fields.
    if (isSound && !isDeepStrictEqual(stored.schema, content.schema)) {
      const broken = await this.uses.brokenBy(em, operatorId, stored.id, fieldNames(content.schema));
      const message = `${broken.length} conditions read fields that it would not have any more: ${broken.slice(0, 10).join(', ')}.`;
      if (broken.length > 0) problems.push(inUse(broken.length, message, ['input', 'schema']));
    }
    return problems;
  }
}

function check(content: Content, forms: readonly FormDefinition[], stored: FormDefinition | undefined): Problem[] {
  const taken = forms.some((form) => form.key === content.key && form.id !== stored?.id);
  return [
    ...checkKey(content.key, taken, ['input', 'key']),
    ...checkName(content.name, ['input', 'name']),
    ...checkFormSchema(content.schema, ['input', 'schema']),
    ...checkUiSchema(content.uiSchema, content.schema, ['input', 'uiSchema']),
  ];
}

const withoutNull = (given: FormDefinitionUpdate): Partial<Content> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));

const uiSchemaOf = ({ uiSchema }: FormDefinitionUpdate): Partial<Content> =>
  uiSchema === undefined ? {} : { uiSchema };

const loggedAs = (form: FormDefinition): Json => ({ ...contentOf(form), version: form.version });

async function addVersion(ctx: RequestContext, em: EntityManager, form: FormDefinition): Promise<void> {
  await em.insert(FormVersionEntity, {
    operatorId: ctx.caller.operatorId,
    formId: form.formId,
    version: form.version,
    name: form.name,
    schema: { ...form.schema },
    uiSchema: form.uiSchema && { ...form.uiSchema },
    createdAt: ctx.clock.now(),
  });
}
