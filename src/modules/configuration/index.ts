export { type ConfigurationChange, ConfigurationChangeEntity } from './change.entity.js';
export { lockConfiguration } from './lock.js';
export { type ElementChange, recordChanges } from './record.js';
