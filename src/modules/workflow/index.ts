export { lockConfiguration } from '../configuration/index.js';
export { Catalogue, catalogueIn, catalogueOf } from './catalogue.js';
export { type FeatureLink, FeatureService } from './feature-service.js';
export * from './model.js';
export { workflowNodes } from './node-loaders.js';
export { OccurrenceTypeService } from './occurrence-type-service.js';
export { effectiveNextStatuses } from './transition.js';
export { formUses, protocolTypeUses } from './uses.js';
