import type { FormDefinition } from './form-definition.js';
import { formVersionKey } from './form-definition.js';
import { compileForm, type FormValidator } from './form-validator.js';

const most = 1000;
const compiled = new Map<string, FormValidator>();

/** The validator of a form at its version: compiled when it is first needed, kept while it is among the last ones used. */
export function validatorOf(form: FormDefinition): FormValidator {
  const key = formVersionKey(form.formId, form.version);
  const validator = compiled.get(key) ?? compileForm(form.schema);
  compiled.delete(key);
  compiled.set(key, validator);
  const [oldest] = compiled.keys();
  if (compiled.size > most && oldest !== undefined) compiled.delete(oldest);
  return validator;
}
