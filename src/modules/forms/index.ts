export { attachmentReferences, type AttachmentReference, fieldNames, sensitiveFields } from './fields.js';
export { checkFormSchema } from './form-schema.js';
export { compileForm, type FormValidator } from './form-validator.js';
export { checkUiSchema } from './ui-schema.js';
