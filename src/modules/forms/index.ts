export { attachmentReferences, type AttachmentReference, fieldNames, sensitiveFields } from './fields.js';
export { type FormDefinition, formVersionKey, parseFormVersionKey } from './form-definition.js';
export { checkFormSchema } from './form-schema.js';
export { compileForm, type FormValidator } from './form-validator.js';
export { type Form, FormEntity, type FormVersion, FormVersionEntity } from './form.entity.js';
export { formVersionLoader, loadForms } from './load-forms.js';
export { checkUiSchema } from './ui-schema.js';
export { validatorOf } from './validators.js';
