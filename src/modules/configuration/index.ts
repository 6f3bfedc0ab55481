export { changeConfiguration } from './change-configuration.js';
export { lockConfiguration } from './lock.js';
export { checkCleared, checkKey, checkName, givenFields, inUse } from './own-fields.js';
export { plainJson } from './plain-json.js';
export { configurationNodes } from './read-changes.js';
export { type ElementChange, elementChange } from './record.js';
